/** NASBOT: Bayesian optimisation with a distance between networks, that of optimal transport between their layers. */
package dev.skyline.strategy.nasbot;
