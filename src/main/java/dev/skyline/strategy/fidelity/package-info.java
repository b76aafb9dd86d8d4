/**
 * Strategies that try many architectures at little effort and a few at full effort. Which trial stands on which rung of
 * which bracket follows from its fidelity, its parent and its place among the trials, so nothing is kept between calls.
 */
package dev.skyline.strategy.fidelity;
