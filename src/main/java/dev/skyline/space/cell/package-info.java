/**
 * Spaces that search a cell, a small graph of operations, and stack it in a fixed skeleton. {@code nas-bench-201} is the
 * space of the benchmark of that name.
 */
package dev.skyline.space.cell;
