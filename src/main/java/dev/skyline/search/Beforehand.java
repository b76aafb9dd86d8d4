package dev.skyline.search;

import dev.skyline.architecture.Architecture;
import dev.skyline.estimator.PerformanceEstimator;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Objective;
import dev.skyline.metric.Problem;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Known;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** What a strategy may know of an architecture: the costs that the problem is about. */
    Known known(Problem problem) {
        Set<MetricKey> wanted = Stream.concat(
                        problem.objectives().stream().map(Objective::key),
                        problem.constraints().stream().map(Constraint::key))
                .filter(this::isCost)
                .collect(Collectors.toUnmodifiableSet());
        return wanted.isEmpty() ? Known.NOTHING : architecture -> costs(architecture, wanted);
    }

    /** Networks are not built for what a table has. */
    private Measurements costs(Architecture architecture, Set<MetricKey> wanted) {
        Measurements found =
                lookUp(architecture, estimator.fullFidelity()).orElse(Measurements.none()).only(wanted::contains);
        boolean isComplete = wanted.stream()
                .allMatch(key -> key.metric().known() == Metric.Known.ON_TARGET
                        || found.value(key).isPresent());
        return isComplete ? found : costs(architecture).only(wanted::contains);
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
        return key.metric().known() == Metric.Known.BEFORE_TRAINING
                || key.target().filter(targets::contains).isPresent();
    }

    private static boolean isResult(MetricKey key) {
        return key.metric().known() == Metric.Known.AFTER_TRAINING || key.metric().known() == Metric.Known.REPORTED;
    }
}
