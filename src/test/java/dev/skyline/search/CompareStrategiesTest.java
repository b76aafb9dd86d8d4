package dev.skyline.search;

import dev.skyline.comparison.Comparison;
import dev.skyline.comparison.InMemoryComparisons;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.search.InvalidExperiment.Fault;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CompareStrategiesTest {

    private static final List<PluginSpec> STRATEGIES =
            List.of(PluginSpec.of("random"), PluginSpec.of("regularized-evolution"));

    private final SearchBench bench = new SearchBench();
    private final InMemoryComparisons comparisons = new InMemoryComparisons(bench.experiments, bench.trials);
    private final CompareStrategies compare =
            new CompareStrategies(bench.check, bench.submit, comparisons, Clock.systemUTC());
    private final AdvanceComparisons advance = new AdvanceComparisons(comparisons, bench.control, 3, bench.clock);

    private List<Experiment> experiments(Comparison comparison) {
        return comparison.runs().stream()
                .map(run -> bench.experiments.find(run.experiment()).orElseThrow())
                .toList();
    }

    @Test
    void everyStrategyRunsWithEverySeedAFewAtATime() throws InterruptedException {
        Comparison comparison = compare.submit(SearchBench.draft().build(), STRATEGIES, List.of(4L, 5L));
        assertThat(experiments(comparison)).hasSize(4).allMatch(e -> e.state() == ExperimentState.PAUSED);
        assertThat(experiments(comparison))
                .extracting(e -> e.spec().strategy().type() + e.spec().seed())
                .containsExactly("random4", "random5", "regularized-evolution4", "regularized-evolution5");

        advance.advance();
        assertThat(experiments(comparison).stream().filter(e -> e.state().isActive()))
                .extracting(e -> e.spec().seed())
                .containsExactlyInAnyOrder(4L, 4L, 5L);
        for (int i = 0; i < 2; i++) {
            for (Experiment experiment : experiments(comparison)) {
                bench.finish(experiment.id());
            }
            advance.advance();
        }
        for (Experiment experiment : experiments(comparison)) {
            bench.finish(experiment.id());
        }

        assertThat(experiments(comparison)).allMatch(e -> e.state() == ExperimentState.SUCCEEDED);
        assertThat(comparisons.unfinished()).isEmpty();
        assertThat(comparisons.progress(comparison.id())).allMatch(run -> run.trials() == 10);
    }

    @Test
    void aFaultOfTheSpecIsToldOnceAndThatOfAStrategyInItsPlace() {
        SearchBench.DraftBuilder draft = SearchBench.draft();
        draft.space = PluginSpec.of("nonsense");

        assertThatThrownBy(() -> compare.submit(
                        draft.build(),
                        List.of(PluginSpec.of("random"), new PluginSpec("nsga2", Map.of("populationSize", 1))),
                        List.of(1L, 1L)))
                .isInstanceOfSatisfying(
                        InvalidExperiment.class,
                        e -> assertThat(e.faults())
                                .extracting(Fault::field)
                                .containsExactly(
                                        "seeds", "spec.searchSpace.type", "strategies[1].settings.populationSize"));
        assertThat(bench.experiments.unfinished()).isEmpty();
        assertThat(comparisons.list()).isEmpty();
    }
}
