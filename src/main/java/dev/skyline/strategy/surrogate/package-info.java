/**
 * What strategies share that learn a model of the objectives: the recorded trials as numbers, candidates to choose from,
 * and what makes one worth trying.
 */
package dev.skyline.strategy.surrogate;
