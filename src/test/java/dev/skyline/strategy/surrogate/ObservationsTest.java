package dev.skyline.strategy.surrogate;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Problem;
import dev.skyline.strategy.Toy;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ObservationsTest {

    private static final String GOOD =
            "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_1x1~1|+|skip_connect~0|nor_conv_3x3~1|skip_connect~2|";
    private static final String SLIM =
            "|nor_conv_3x3~0|+|none~0|none~1|+|skip_connect~0|nor_conv_3x3~1|skip_connect~2|";
    private static final String BAD = "|none~0|+|none~0|none~1|+|none~0|none~1|none~2|";

    private static final ExperimentId EXPERIMENT = ExperimentId.random();

    private final List<Trial> recorded = new ArrayList<>();
    private final List<Trial> pending = new ArrayList<>();

    @Test
    void anArchitectureCountsOnceByItsFirstOutcome() {
        record(GOOD, TrialOutcome.completed(Toy.measurements(cell(GOOD)), Optional.empty()));
        record(GOOD, TrialOutcome.completed(Toy.measurements(cell(BAD)), Optional.empty()));
        pending.add(trial(GOOD, Measurements.none()));
        pending.add(trial(BAD, Measurements.none()));
        Observations seen = seen(Toy.TWO);

        assertThat(seen.recorded()).singleElement().satisfies(observation -> {
            assertThat(observation.trial()).isEqualTo(1);
            assertThat(observation.objectives()).containsExactly(-5 / 6.0, 4);
            assertThat(observation.code()).containsExactly(7);
        });
        assertThat(seen.pending()).containsExactly(cell(BAD));
        assertThat(seen.taken())
                .containsExactlyInAnyOrder(cell(GOOD).id(), cell(BAD).id());
    }

    @Test
    void theBestComeFirstAndWhatIsNearestToFeasibilityBeforeTheRest() {
        record(BAD, TrialOutcome.failed("OutOfMemory", "too large"));
        infeasible(GOOD);
        record(SLIM, TrialOutcome.completed(Toy.measurements(cell(SLIM)), Optional.empty()));
        infeasible(GOOD.replace("skip_connect~2", "nor_conv_1x1~2"));

        assertThat(seen(Toy.CONSTRAINED).best(3)).extracting(Observation::trial).containsExactly(3, 2, 4);
        assertThat(seen(Toy.CONSTRAINED).best(2)).hasSize(2);
    }

    @Test
    void aBrokenConstraintTeachesItsExtentAndAFailureNothing() {
        infeasible(GOOD);
        record(BAD, TrialOutcome.failed("OutOfMemory", "too large"));
        Observation infeasible = seen(Toy.CONSTRAINED).recorded().get(0);
        Observation failed = seen(Toy.CONSTRAINED).recorded().get(1);

        assertThat(infeasible.excess()).containsExactly(1);
        assertThat(infeasible.objectives()).containsExactly(Double.NaN);
        assertThat(infeasible.isComplete()).isFalse();
        assertThat(infeasible.score().violation()).isEqualTo(1);
        assertThat(failed.excess()).containsExactly(Double.NaN);
        assertThat(failed.score().violation()).isInfinite();
        assertThat(seen(Toy.CONSTRAINED).complete()).isEmpty();
    }

    @Test
    void theRoomLeftByAConstraintIsANegativeExcess() {
        record(SLIM, TrialOutcome.completed(Toy.measurements(cell(SLIM)), Optional.empty()));

        assertThat(excess(Constraint.atMost(Toy.PARAMETERS, 4))).isCloseTo(-0.5, within(1e-12));
        assertThat(excess(Constraint.atLeast(Toy.PARAMETERS, 1))).isCloseTo(-1, within(1e-12));
        assertThat(excess(Constraint.atLeast(Toy.PARAMETERS, 4))).isCloseTo(0.5, within(1e-12));
    }

    private double excess(Constraint constraint) {
        return seen(new Problem(Toy.ONE.objectives(), List.of(constraint)))
                .recorded()
                .get(0)
                .excess()[0];
    }

    private void infeasible(String text) {
        Trial trial = trial(
                text,
                Toy.measurements(cell(text)).list().stream()
                        .filter(measurement -> measurement.key().equals(Toy.PARAMETERS))
                        .map(Measurements::of)
                        .findFirst()
                        .orElseThrow());
        end(trial, TrialOutcome.infeasible(Toy.CONSTRAINED.constraints().get(0)));
    }

    private void record(String text, TrialOutcome outcome) {
        end(trial(text, Measurements.none()), outcome);
    }

    private void end(Trial trial, TrialOutcome outcome) {
        recorded.add(trial.started(Instant.EPOCH).recorded(outcome, recorded.size() + 1, Instant.EPOCH));
    }

    private Trial trial(String text, Measurements known) {
        return Trial.proposed(
                new TrialId(EXPERIMENT, recorded.size() + pending.size() + 1),
                cell(text),
                OptionalInt.empty(),
                Fidelity.epochs(1),
                known,
                0,
                Instant.EPOCH);
    }

    private Observations seen(Problem problem) {
        return Observations.of(
                new TrialHistory(EXPERIMENT, problem, recorded, pending), architecture -> new double[] {7});
    }

    private static Architecture cell(String text) {
        return Toy.space().parse(text);
    }
}
