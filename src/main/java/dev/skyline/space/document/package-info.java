/**
 * The language in which users describe search spaces: a document of stages, layers, choices, ranges, conditions, repeats,
 * skips and cells. Reading unrolls it into parts and a list of decisions; what can be chosen is checked for the task's
 * shapes before anything is drawn.
 */
package dev.skyline.space.document;
