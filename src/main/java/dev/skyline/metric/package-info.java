/**
 * What can be measured and what is wanted of it: metrics with unit and direction, measurements, objectives,
 * constraints, dominance, fronts and hypervolume.
 */
package dev.skyline.metric;
