package dev.skyline.search;

import dev.skyline.architecture.Architecture;
import dev.skyline.estimator.PerformanceEstimator;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric.Known;
import dev.skyline.metric.MetricKey;
import dev.skyline.space.SearchSpace;

import java.util.List;
import java.util.Optional;

/**
 * What is known of an architecture before it is trained: what can be computed of its network, and what a table says.
 *
 * @param targets whose costs count
 */
record Beforehand(SearchSpace space, PerformanceEstimator estimator, List<String> targets) {

    /** Costs, those on devices included where a table has them: constraints on them are checked at once. */
    Measurements costs(Architecture architecture) {
        Measurements computed = ProposeTrial.costs(space, architecture);
        return lookUp(architecture, estimator.fullFidelity())
                .map(found -> computed.plus(found.only(this::isCost)))
                .orElse(computed);
    }

    /** How a trial ends that need not be evaluated; empty where the estimator has to work for it. */
    Optional<TrialOutcome> outcome(Architecture architecture, Fidelity fidelity) {
        if (!(estimator instanceof PerformanceEstimator.Immediate)) {
            return Optional.empty();
        }
        return lookUp(architecture, fidelity)
                .map(found -> TrialOutcome.completed(found.only(Beforehand::isResult), Optional.empty()))
                .or(() -> Optional.of(TrialOutcome.notInBenchmark()));
    }

    private Optional<Measurements> lookUp(Architecture architecture, Fidelity fidelity) {
        return estimator instanceof PerformanceEstimator.Immediate immediate
                ? immediate.lookUp(architecture, fidelity)
                : Optional.empty();
    }

    private boolean isCost(MetricKey key) {
        return key.metric().known() == Known.BEFORE_TRAINING
                || key.target().filter(targets::contains).isPresent();
    }

    private static boolean isResult(MetricKey key) {
        return key.metric().known() == Known.AFTER_TRAINING || key.metric().known() == Known.REPORTED;
    }
}
