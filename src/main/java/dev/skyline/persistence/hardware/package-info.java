/** Hardware targets as rows. */
package dev.skyline.persistence.hardware;
