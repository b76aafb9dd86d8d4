package dev.skyline.experiment;

import dev.skyline.metric.Constraint;
import dev.skyline.metric.Measurements;

import java.util.Optional;

/**
 * How a trial ended. A failure is an outcome like any other: the search learns that this architecture gave nothing.
 *
 * @param model hash of the trained model, where there is one
 */
public record TrialOutcome(
        TrialState state, Optional<End> end, Measurements measurements, Optional<String> model, boolean fromMemory) {

    public TrialOutcome {
        if (!state.isFinished()) {
            throw new IllegalArgumentException(state + " is no outcome");
        }
    }

    public static TrialOutcome completed(Measurements measurements, Optional<String> model) {
        return new TrialOutcome(TrialState.SUCCEEDED, Optional.empty(), measurements, model, false);
    }

    public static TrialOutcome earlyStopped(End why, Measurements measurements, Optional<String> model) {
        return new TrialOutcome(TrialState.EARLY_STOPPED, Optional.of(why), measurements, model, false);
    }

    public static TrialOutcome infeasible(Constraint broken) {
        return new TrialOutcome(
                TrialState.INFEASIBLE,
                Optional.of(new End("ConstraintViolated", "breaks " + broken)),
                Measurements.none(),
                Optional.empty(),
                false);
    }

    /** @param found what was measured before any training, and breaks it */
    public static TrialOutcome infeasible(Constraint broken, Measurements found) {
        String value = found.find(broken.key())
                .map(measurement -> broken.missedBy(measurement.value()))
                .orElseGet(broken::toString);
        return new TrialOutcome(
                TrialState.INFEASIBLE,
                Optional.of(new End("ConstraintViolated", "breaks " + value + ", measured before any training")),
                found,
                Optional.empty(),
                false);
    }

    /** Nothing is known of the architecture where its results would be looked up. */
    public static TrialOutcome notInBenchmark() {
        return unknown("NotInBenchmark", "the benchmark has no row of it");
    }

    /** @param target whose model knows nothing of the architecture */
    public static TrialOutcome unknownTo(String target) {
        return unknown("UnknownToTarget", "the hardware target '" + target + "' knows nothing of it");
    }

    private static TrialOutcome unknown(String reason, String message) {
        return new TrialOutcome(
                TrialState.INFEASIBLE,
                Optional.of(new End(reason, message)),
                Measurements.none(),
                Optional.empty(),
                false);
    }

    public static TrialOutcome failed(String code, String message) {
        return new TrialOutcome(
                TrialState.FAILED, Optional.of(new End(code, message)), Measurements.none(), Optional.empty(), false);
    }

    /** What an earlier trial of the same architecture found, under the same terms. */
    public static TrialOutcome remembered(Trial earlier) {
        return new TrialOutcome(earlier.state(), earlier.end(), earlier.measurements(), earlier.model(), true);
    }
}
