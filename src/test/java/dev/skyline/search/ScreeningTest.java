package dev.skyline.search;

import dev.skyline.execution.Screening;
import dev.skyline.execution.TrialEvaluation;
import dev.skyline.experiment.End;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.experiment.TrialState;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.LatencyReport;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.search.SearchBench.DraftBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import static org.assertj.core.api.Assertions.assertThat;

/** A limit on what is measured spares the training of what breaks it. */
class ScreeningTest {

    private static final MetricKey HOST = MetricKey.of(Metric.LATENCY, "host");

    private final SearchBench bench = new SearchBench();

    @Test
    void whatIsTooSlowIsMeasuredAndNotTrained() throws InterruptedException {
        DraftBuilder draft = SearchBench.draft();
        draft.maxTrials = 40;
        draft.memory = false;
        draft.constraints = List.of(
                new Draft.Constraint("latency", Optional.of("host"), OptionalDouble.of(0.2), OptionalDouble.empty()));
        Experiment ended = bench.finish(bench.submit.submit(draft.build()).id());

        List<Trial> slow = bench.recorded(ended.id()).stream()
                .filter(trial -> trial.measurements().value(HOST).orElseThrow() * 0.9 > 0.2)
                .toList();
        assertThat(slow).hasSizeBetween(1, 39).allSatisfy(trial -> {
            assertThat(trial.state()).isEqualTo(TrialState.INFEASIBLE);
            assertThat(trial.end().map(End::message))
                    .hasValueSatisfying(why -> assertThat(why)
                            .startsWith("breaks latency@host ≤ 0.2 with ")
                            .endsWith("measured before any training"));
        });
        assertThat(bench.evaluations).isEqualTo(40 - slow.size());
        assertThat(bench.recorded(ended.id()))
                .filteredOn(trial -> !slow.contains(trial))
                .allMatch(trial -> trial.state() == TrialState.SUCCEEDED);
    }

    @ParameterizedTest
    @CsvSource({
        "1.05, 0.01, true, SUCCEEDED, within the ten per cent by which two measurements may differ",
        "1.20, 0.01, true, INFEASIBLE, beyond them",
        "1.20, 0.30, true, SUCCEEDED, within its own spread",
        "1.50, 0.30, true, INFEASIBLE, beyond it",
        "5.00, 0.01, false, SUCCEEDED, not to be relied on"
    })
    void onlyWhatIsClearlyBeyondTheLimitIsGivenUp(
            double millis, double spread, boolean steady, TrialState state, String because)
            throws InterruptedException {
        HardwareTarget target =
                candidate -> new LatencyReport(millis, millis, spread, 1, 100, steady).measurements("host");
        Constraint limit = Constraint.atMost(HOST, 1);
        TrialOutcome outcome = new TrialEvaluation(
                        bench.estimator, List.of(), new Screening(List.of(target), List.of(limit)))
                .evaluate(SearchBench.candidate(), Fidelity.epochs(1), report -> null);
        assertThat(outcome.state()).as(because).isEqualTo(state);
    }
}
