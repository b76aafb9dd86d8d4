/** What is known of data sets, as rows. */
package dev.skyline.persistence.dataset;
