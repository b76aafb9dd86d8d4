/**
 * Comparing strategies: which experiments belong together, and what their courses say. Whoever begins the experiments and
 * reads their trials is in {@code search}.
 */
package dev.skyline.comparison;
