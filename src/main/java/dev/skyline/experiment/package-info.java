/**
 * Experiments and their trials: what was asked for, how far it is, and what was found. The records guard their own
 * transitions; the ports {@link dev.skyline.experiment.Experiments} and {@link dev.skyline.experiment.Trials} keep them.
 */
package dev.skyline.experiment;
