package dev.skyline.search;

import dev.skyline.estimator.EstimatorContext;
import dev.skyline.estimator.PerformanceEstimator;
import dev.skyline.experiment.DatasetRef;
import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.network.Shape;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Task;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.StrategyContext;

/** What a spec's names stand for: the three building blocks of its search. */
record SearchSetup(SearchSpace space, SearchStrategy strategy, PerformanceEstimator estimator) {

    static SearchSetup of(ExperimentSpec spec, Catalogue catalogue) {
        SearchSpace space = catalogue.spaces().create(spec.searchSpace(), task(spec.dataset()));
        SearchStrategy strategy =
                catalogue.strategies().create(spec.strategy(), new StrategyContext(space, spec.problem()));
        DatasetRef dataset = spec.dataset();
        PerformanceEstimator estimator = catalogue
                .estimators()
                .create(
                        spec.estimator(),
                        new EstimatorContext(
                                dataset.name(), dataset.hash(), dataset.classes(), Seeds.split(spec.seed())));
        return new SearchSetup(space, strategy, estimator);
    }

    static Task task(DatasetRef dataset) {
        Shape input = dataset.shape().size() == 1
                ? Shape.features(dataset.shape().get(0))
                : Shape.image(
                        dataset.shape().get(0),
                        dataset.shape().get(1),
                        dataset.shape().get(2));
        return new Task(input, dataset.classes().size());
    }
}
