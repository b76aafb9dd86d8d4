/**
 * Stages of inverted residuals, the space of MobileNets: settings and their published presets, made into a document of the
 * language of search spaces.
 */
package dev.skyline.space.stages;
