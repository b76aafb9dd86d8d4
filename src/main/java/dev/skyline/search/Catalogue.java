package dev.skyline.search;

import dev.skyline.estimator.EstimatorContext;
import dev.skyline.estimator.PerformanceEstimator;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.plugin.Plugins;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Task;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.StrategyContext;

/**
 * All plug-ins, by kind.
 *
 * @param targets kinds of hardware target; made for the name of the target
 */
public record Catalogue(
        Plugins<Task, SearchSpace> spaces,
        Plugins<StrategyContext, SearchStrategy> strategies,
        Plugins<EstimatorContext, PerformanceEstimator> estimators,
        Plugins<String, HardwareTarget> targets) {}
