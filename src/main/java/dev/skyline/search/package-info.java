/**
 * The use cases: submit, advance, run, control and read experiments. {@link dev.skyline.search.AdvanceExperiment} is the
 * loop that everything else serves.
 */
package dev.skyline.search;
