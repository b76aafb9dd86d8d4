/**
 * The hierarchical space of Liu et al. (2018): motifs, small graphs whose edges are the motifs of the level below, up to
 * a cell that is stacked in a fixed skeleton.
 */
package dev.skyline.space.motifs;
