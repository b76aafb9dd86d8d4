/**
 * The space of DARTS (Liu et al. 2019): two cells, of which one keeps the image's size and the other halves it, stacked
 * in a fixed skeleton.
 */
package dev.skyline.space.darts;
