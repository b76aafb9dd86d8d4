/**
 * What of a search can be taken elsewhere: its trials as a table, and the trained model of a trial in forms that run
 * without Skyline.
 */
package dev.skyline.export;
