/**
 * Latency learned from measured pairs: what is read off a network, the additive model and the boosted trees that correct
 * it, intervals that hold, and how a device is learned from ten measurements where others are known.
 */
package dev.skyline.hardware.predictor;
