package dev.skyline.search;

import dev.skyline.estimator.EstimatorContext;
import dev.skyline.estimator.PerformanceEstimator;
import dev.skyline.experiment.BenchmarkRef;
import dev.skyline.experiment.DatasetRef;
import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.experiment.Subject;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Task;
import dev.skyline.strategy.Identity;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.StrategyContext;

import java.util.Optional;

/** What a spec's names stand for: the three building blocks of its search. */
record SearchSetup(SearchSpace space, SearchStrategy strategy, PerformanceEstimator estimator) {

    static SearchSetup of(ExperimentSpec spec, Catalogue catalogue) {
        SearchSpace space = catalogue.space(spec.searchSpace(), spec.subject());
        PerformanceEstimator estimator = estimator(spec, catalogue);
        SearchStrategy strategy = catalogue
                .strategies()
                .create(
                        spec.strategy(),
                        new StrategyContext(
                                space,
                                spec.problem(),
                                estimator.fullFidelity(),
                                new Beforehand(space, estimator, spec.hardwareTargets()).known(spec.problem()),
                                estimator instanceof PerformanceEstimator.Immediate ? Identity.TEXT : Identity.FUNCTION));
        return new SearchSetup(space, strategy, estimator);
    }

    static PerformanceEstimator estimator(ExperimentSpec spec, Catalogue catalogue) {
        return catalogue.estimators().create(spec.estimator(), context(spec.subject(), spec.seed()));
    }

    Beforehand beforehand(ExperimentSpec spec) {
        return new Beforehand(space, estimator, spec.hardwareTargets());
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
