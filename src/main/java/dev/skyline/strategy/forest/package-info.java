/**
 * Strategies whose model is a random forest over the decisions of a space: SMAC for one objective, ParEGO for several. A
 * forest needs no distance between architectures and takes decisions that do not apply as they are.
 */
package dev.skyline.strategy.forest;
