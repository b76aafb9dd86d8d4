package dev.skyline.search;

import dev.skyline.estimator.EstimatorContext;
import dev.skyline.estimator.PerformanceEstimator;
import dev.skyline.experiment.BenchmarkRef;
import dev.skyline.experiment.DatasetRef;
import dev.skyline.experiment.Device;
import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.experiment.Subject;
import dev.skyline.hardware.ModelledTarget;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Task;
import dev.skyline.strategy.SearchStrategy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a spec's names stand for: the three building blocks of its search, and what is known before they work. */
record SearchSetup(SearchSpace space, SearchStrategy strategy, PerformanceEstimator estimator, Beforehand beforehand) {

    static SearchSetup of(ExperimentSpec spec, Catalogue catalogue) {
        SearchSpace space = catalogue.space(spec.searchSpace(), spec.subject());
        PerformanceEstimator estimator =
                catalogue.estimators().create(spec.estimator(), context(spec.subject(), spec.seed()));
        Beforehand beforehand = new Beforehand(
                space, estimator, spec.hardwareTargets(), modelled(spec.devices(), catalogue), spec.problem());
        SearchStrategy strategy = catalogue.strategies().create(spec.strategy(), beforehand.strategyContext());
        return new SearchSetup(space, strategy, estimator, beforehand);
    }

    /** Those of the devices whose costs are known before anything is trained. */
    static Map<String, ModelledTarget> modelled(List<Device> devices, Catalogue catalogue) {
        Map<String, ModelledTarget> modelled = new LinkedHashMap<>();
        for (Device device : devices) {
            if (catalogue.target(device) instanceof ModelledTarget target) {
                modelled.put(device.name(), target);
            }
        }
        return modelled;
    }

    static Task task(Subject subject) {
        return Task.of(subject.input(), subject.classCount());
    }

    static EstimatorContext context(Subject subject, long seed) {
        long split = Seeds.split(seed);
        if (subject instanceof DatasetRef data) {
            return EstimatorContext.of(new EstimatorContext.Data(data.name(), data.hash(), data.classes()), split);
        }
        Optional<EstimatorContext.Table> table = subject instanceof BenchmarkRef benchmark
                ? Optional.of(new EstimatorContext.Table(benchmark.name(), benchmark.hash()))
                : Optional.empty();
        return new EstimatorContext(Optional.empty(), table, split);
    }
}
