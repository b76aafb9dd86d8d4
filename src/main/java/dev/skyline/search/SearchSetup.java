package dev.skyline.search;

import dev.skyline.estimator.EstimatorContext;
import dev.skyline.estimator.PerformanceEstimator;
import dev.skyline.experiment.BenchmarkRef;
import dev.skyline.experiment.DatasetRef;
import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.experiment.Subject;
import dev.skyline.network.Shape;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Task;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.StrategyContext;

import java.util.List;
import java.util.Optional;

/** What a spec's names stand for: the three building blocks of its search. */
record SearchSetup(SearchSpace space, SearchStrategy strategy, PerformanceEstimator estimator) {

    static SearchSetup of(ExperimentSpec spec, Catalogue catalogue) {
        SearchSpace space = catalogue.spaces().create(spec.searchSpace(), task(spec.subject()));
        SearchStrategy strategy =
                catalogue.strategies().create(spec.strategy(), new StrategyContext(space, spec.problem()));
        PerformanceEstimator estimator =
                catalogue.estimators().create(spec.estimator(), context(spec.subject(), spec.seed()));
        return new SearchSetup(space, strategy, estimator);
    }

    static Task task(Subject subject) {
        List<Integer> input = subject.input();
        Shape shape = input.size() == 1
                ? Shape.features(input.get(0))
                : Shape.image(input.get(0), input.get(1), input.get(2));
        return new Task(shape, subject.classCount());
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
