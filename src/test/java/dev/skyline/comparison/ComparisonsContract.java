package dev.skyline.comparison;

import dev.skyline.experiment.End;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentExamples;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.Trials;
import dev.skyline.plugin.PluginSpec;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What every store of comparisons promises. */
public abstract class ComparisonsContract {

    private static final Instant NOW = ExperimentExamples.NOW;

    protected abstract Experiments experiments();

    protected abstract Trials trials();

    protected abstract Comparisons comparisons();

    private Comparison comparison(Experiment first, Experiment second, Instant at) {
        Comparison comparison = new Comparison(
                ComparisonId.random(),
                "two",
                List.of(PluginSpec.of("random"), new PluginSpec("nsga2", Map.of("populationSize", 20))),
                List.of(new ComparisonRun(0, 7, first.id()), new ComparisonRun(1, 7, second.id())),
                at);
        comparisons().add(comparison, List.of(first, second));
        return comparison;
    }

    @Test
    void oneComesBackAsItWasAddedAndTheListBeginsWithTheNewest() {
        Comparison older = comparison(ExperimentExamples.experiment(), ExperimentExamples.experiment(), NOW);
        Comparison newer =
                comparison(ExperimentExamples.experiment(), ExperimentExamples.experiment(), NOW.plusSeconds(1));

        assertThat(comparisons().find(older.id())).contains(older);
        assertThat(comparisons().list()).containsSubsequence(newer, older);
        assertThat(comparisons().find(ComparisonId.random())).isEmpty();
        assertThat(experiments().find(older.runs().get(1).experiment())).isPresent();
    }

    @Test
    void progressTellsStateAndTrialsOfEachRun() {
        Experiment first = ExperimentExamples.experiment();
        Comparison comparison = comparison(first, ExperimentExamples.experiment(), NOW);
        experiments().update(first.started(NOW));
        Trial trial = ExperimentExamples.trial(first.id(), 1);
        trials().add(trial);
        trials().start(trial.id(), NOW).orElseThrow();
        trials().record(trial.id(), 1, ExperimentExamples.success(0.9, 1), NOW).orElseThrow();

        assertThat(comparisons().progress(comparison.id()))
                .containsExactly(
                        new RunProgress(comparison.runs().get(0), ExperimentState.RUNNING, true, 1),
                        new RunProgress(comparison.runs().get(1), ExperimentState.QUEUED, false, 0));
    }

    @Test
    void itIsUnfinishedAsLongAsOneOfItsExperimentsIs() {
        Experiment first = ExperimentExamples.experiment();
        Experiment second = ExperimentExamples.experiment();
        Comparison comparison = comparison(first, second, NOW);
        End end = new End("MaxTrialsReached", "done");

        assertThat(comparisons().finished(comparison.id())).isZero();
        experiments().update(first.finished(ExperimentState.SUCCEEDED, end, NOW));
        assertThat(comparisons().finished(comparison.id())).isEqualTo(1);
        assertThat(comparisons().unfinished()).contains(comparison.id());
        experiments().update(second.finished(ExperimentState.FAILED, end, NOW));
        assertThat(comparisons().unfinished()).doesNotContain(comparison.id());
    }

    @Test
    void aDeletedExperimentLeavesTheOthers() {
        Experiment first = ExperimentExamples.experiment();
        Comparison comparison = comparison(first, ExperimentExamples.experiment(), NOW);
        experiments().delete(first.id());

        assertThat(comparisons().progress(comparison.id()))
                .extracting(RunProgress::run)
                .containsExactly(comparison.runs().get(1));
    }

    @Test
    void deletingItLeavesItsExperiments() {
        Experiment first = ExperimentExamples.experiment();
        Comparison comparison = comparison(first, ExperimentExamples.experiment(), NOW);
        comparisons().delete(comparison.id());

        assertThat(comparisons().find(comparison.id())).isEmpty();
        assertThat(experiments().find(first.id())).isPresent();
    }
}
