/** Bayesian optimisation with Gaussian processes over the decisions of a space. */
package dev.skyline.strategy.gaussian;
