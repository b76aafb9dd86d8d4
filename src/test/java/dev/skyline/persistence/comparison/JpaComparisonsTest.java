package dev.skyline.persistence.comparison;

import dev.skyline.comparison.Comparison;
import dev.skyline.comparison.ComparisonId;
import dev.skyline.comparison.ComparisonRun;
import dev.skyline.comparison.Comparisons;
import dev.skyline.comparison.ComparisonsContract;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentExamples;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Trials;
import dev.skyline.persistence.PersistenceTest;
import dev.skyline.plugin.PluginSpec;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@PersistenceTest
class JpaComparisonsTest extends ComparisonsContract {

    @Autowired
    private Experiments experiments;

    @Autowired
    private Trials trials;

    @Autowired
    private Comparisons comparisons;

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

    @Test
    void whereOneExperimentCannotBeStoredNothingIs() {
        Experiment first = ExperimentExamples.experiment();
        Experiment taken = ExperimentExamples.experiment();
        experiments.add(taken);
        Comparison comparison = new Comparison(
                ComparisonId.random(),
                "half of it",
                List.of(PluginSpec.of("random"), PluginSpec.of("nsga2")),
                List.of(new ComparisonRun(0, 7, first.id()), new ComparisonRun(1, 7, taken.id())),
                ExperimentExamples.NOW);

        assertThatThrownBy(() -> comparisons.add(comparison, List.of(first, taken)))
                .isInstanceOf(RuntimeException.class);
        assertThat(experiments.find(first.id())).isEmpty();
        assertThat(comparisons.find(comparison.id())).isEmpty();
    }
}
