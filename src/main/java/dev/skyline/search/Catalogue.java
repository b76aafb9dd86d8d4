package dev.skyline.search;

import dev.skyline.benchmark.Benchmark;
import dev.skyline.estimator.EstimatorContext;
import dev.skyline.estimator.PerformanceEstimator;
import dev.skyline.experiment.BenchmarkRef;
import dev.skyline.experiment.Device;
import dev.skyline.experiment.Subject;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.TargetContext;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.plugin.Plugins;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Task;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.StrategyContext;

import java.util.function.Function;

/**
 * All plug-ins, by kind.
 *
 * @param targets kinds of hardware target
 * @param rows the search space that a benchmark's own rows are
 */
public record Catalogue(
        Plugins<Task, SearchSpace> spaces,
        Plugins<StrategyContext, SearchStrategy> strategies,
        Plugins<EstimatorContext, PerformanceEstimator> estimators,
        Plugins<TargetContext, HardwareTarget> targets,
        Function<BenchmarkRef, SearchSpace> rows) {

    /** One without benchmarks. */
    public Catalogue(
            Plugins<Task, SearchSpace> spaces,
            Plugins<StrategyContext, SearchStrategy> strategies,
            Plugins<EstimatorContext, PerformanceEstimator> estimators,
            Plugins<TargetContext, HardwareTarget> targets) {
        this(spaces, strategies, estimators, targets, benchmark -> {
            throw new IllegalArgumentException("the benchmark '" + benchmark.name() + "' is gone");
        });
    }

    /** A target as it was when its experiment was submitted. */
    HardwareTarget target(Device device) {
        return targets.create(device.model(), new TargetContext(device.name(), device.data()));
    }

    /** A target as it is now. */
    HardwareTarget target(HardwareTargetSpec target) {
        return targets.create(target.model(), new TargetContext(target.name(), target.data()));
    }

    /** A search space for what an experiment is on. */
    SearchSpace space(PluginSpec space, Subject subject) {
        return subject instanceof BenchmarkRef benchmark && space.type().equals(Benchmark.ROWS)
                ? rows.apply(benchmark)
                : spaces.create(space, SearchSetup.task(subject));
    }
}
