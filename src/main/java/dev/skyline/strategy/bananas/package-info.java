/**
 * BANANAS: an ensemble of small neural networks predicts what architectures are worth, and Thompson sampling chooses
 * among mutants of the best. For one objective or several.
 */
package dev.skyline.strategy.bananas;
