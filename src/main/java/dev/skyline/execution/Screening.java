package dev.skyline.execution;

import dev.skyline.experiment.TrialOutcome;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.network.Candidate;

import java.util.List;
import java.util.Optional;

/**
 * Spares the training of what is too slow: latencies on which there are limits are measured before it, with random
 * weights. What is not clearly beyond a limit is trained, and measured again as it was trained.
 *
 * @param targets that measure, and that a limit is on
 */
public record Screening(List<HardwareTarget> targets, List<Constraint> limits) {

    /** Two measurements of one model differ by less, whatever the spread within one of them. */
    private static final double LEAST_MARGIN = 0.1;

    /**
     * How a trial ends that need not be trained, with what was measured of it.
     *
     * @throws InterruptedException where the caller was interrupted
     * @throws MeasurementFailed where the candidate cannot be measured
     */
    Optional<TrialOutcome> of(Candidate candidate) throws InterruptedException {
        for (HardwareTarget target : targets) {
            Measurements found = target.measure(candidate);
            Optional<Constraint> broken = limits.stream()
                    .filter(limit -> found.find(limit.key())
                            .filter(m -> breaks(limit, m))
                            .isPresent())
                    .findFirst();
            if (broken.isPresent()) {
                return broken.map(limit -> TrialOutcome.infeasible(limit, found));
            }
        }
        return Optional.empty();
    }

    private static boolean breaks(Constraint limit, Measurement measurement) {
        double margin = Math.max(LEAST_MARGIN, measurement.spread().orElse(0));
        return measurement.steady()
                && limit.bounds().stream()
                        .anyMatch(bound -> !bound.isMetBy(
                                measurement.value() * (bound.atMost().isPresent() ? 1 - margin : 1 + margin)));
    }
}
