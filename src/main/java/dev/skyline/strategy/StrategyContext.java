package dev.skyline.strategy;

import dev.skyline.metric.Problem;
import dev.skyline.space.SearchSpace;

/** What a strategy is made for: it refuses, when it is made, a space or problem that it cannot serve. */
public record StrategyContext(SearchSpace space, Problem problem) {}
