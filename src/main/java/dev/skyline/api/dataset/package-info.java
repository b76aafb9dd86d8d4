/** Uploading, listing and looking at data sets. */
package dev.skyline.api.dataset;
