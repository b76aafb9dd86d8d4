package dev.skyline.comparison;

import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.InMemoryExperiments;
import dev.skyline.experiment.InMemoryTrials;
import dev.skyline.experiment.Trials;

class InMemoryComparisonsTest extends ComparisonsContract {

    private final InMemoryExperiments experiments = new InMemoryExperiments();
    private final InMemoryTrials trials = new InMemoryTrials(experiments);
    private final InMemoryComparisons comparisons = new InMemoryComparisons(experiments, trials);

    @Override
    protected Experiments experiments() {
        return experiments;
    }

    @Override
    protected Trials trials() {
        return trials;
    }

    @Override
    protected Comparisons comparisons() {
        return comparisons;
    }
}
