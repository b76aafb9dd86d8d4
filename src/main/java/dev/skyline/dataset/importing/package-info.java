/**
 * What users upload becomes a data set here: zips of class folders, CSV, IDX. Files are read as a stream, within limits,
 * and whatever is wrong with one is said with its place.
 */
package dev.skyline.dataset.importing;
