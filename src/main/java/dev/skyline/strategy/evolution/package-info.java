/**
 * Strategies that keep a population and vary its members. The population is rebuilt from the recorded trials, so a search
 * goes on after a restart as if nothing had happened.
 */
package dev.skyline.strategy.evolution;
