/**
 * Data sets: typed, immutable, identified by the hash of their content, with splits that depend on the seed alone; and
 * the reading of what users upload.
 */
package dev.skyline.dataset;
