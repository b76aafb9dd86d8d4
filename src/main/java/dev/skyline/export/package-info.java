/** What of a search can be taken elsewhere: its trials as a table. */
package dev.skyline.export;
