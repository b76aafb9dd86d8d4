package dev.skyline.search;

import dev.skyline.architecture.Architecture;
import dev.skyline.estimator.PerformanceEstimator;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.hardware.ModelledTarget;
import dev.skyline.metric.Aggregate;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Problem;
import dev.skyline.network.Costs;
import dev.skyline.network.Network;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Identity;
import dev.skyline.strategy.Known;
import dev.skyline.strategy.StrategyContext;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What is known of an architecture before it is trained: what can be computed of its network, and what a table says.
 *
 * @param targets whose costs count
 * @param devices those of them that are modelled, by name
 * @param problem whose aggregates count, too
 */
record Beforehand(
        SearchSpace space,
        PerformanceEstimator estimator,
        List<String> targets,
        Map<String, ModelledTarget> devices,
        Problem problem) {

    /** Costs, those on devices included where a table or a model has them: constraints on them are checked at once. */
    Measurements costs(Architecture architecture) {
        return costs(architecture, row(architecture));
    }

    private Measurements costs(Architecture architecture, Optional<Measurements> row) {
        Measurements found = row.map(all -> all.only(this::isCost)).orElse(Measurements.none());
        return problem.completed(computed(architecture).plus(found));
    }

    private Measurements computed(Architecture architecture) {
        if (!space.hasNetworks()) {
            return modelled(architecture, () -> space.decode(architecture));
        }
        Network network = space.decode(architecture);
        return ofNetwork(Costs.of(network)).plus(modelled(architecture, () -> network));
    }

    /** What can be computed of a network. */
    static Measurements ofNetwork(Costs costs) {
        return Measurements.of(
                Measurement.computed(Metric.PARAMETERS, costs.parameters()),
                Measurement.computed(Metric.MACS, costs.macs()),
                Measurement.computed(Metric.MODEL_SIZE, costs.modelSize()),
                Measurement.computed(Metric.MODEL_SIZE_INT8, costs.modelSizeInt8()),
                Measurement.computed(Metric.PEAK_MEMORY, costs.peakMemory()));
    }

    private Measurements modelled(Architecture architecture, Supplier<Network> network) {
        Measurements found = Measurements.none();
        for (ModelledTarget device : devices.values()) {
            found = found.plus(device.predict(architecture, network).orElse(Measurements.none()));
        }
        return found;
    }

    /** What a strategy is made for. */
    StrategyContext strategyContext() {
        return new StrategyContext(
                space, problem, estimator.fullFidelity(), known(), isTable() ? Identity.TEXT : Identity.FUNCTION);
    }

    /** What a strategy may know of an architecture: the costs that the problem is about. */
    private Known known() {
        Set<MetricKey> wanted = problem.keys().filter(this::knows).collect(Collectors.toUnmodifiableSet());
        boolean knowsNothing = wanted.isEmpty() && devices.isEmpty() && !isTable();
        return knowsNothing ? Known.NOTHING : architecture -> known(architecture, wanted);
    }

    /** No network is built for what a table has. */
    private Optional<Measurements> known(Architecture architecture, Set<MetricKey> wanted) {
        Optional<Measurements> row = row(architecture);
        if (row.isEmpty() && isTable()) {
            return Optional.empty();
        }
        Measurements found = problem.completed(row.orElse(Measurements.none())).only(wanted::contains);
        if (devices.isEmpty() && found.list().size() == wanted.size()) {
            return Optional.of(found);
        }
        Measurements costs = costs(architecture, row);
        return unknown(costs).isPresent() ? Optional.empty() : Optional.of(costs.only(wanted::contains));
    }

    /** How a trial ends that need not be evaluated; empty where the estimator has to work for it. */
    Optional<TrialOutcome> outcome(Trial trial) {
        return unknown(trial.measurements()).or(() -> immediate(trial.architecture(), trial.fidelity()));
    }

    private Optional<TrialOutcome> unknown(Measurements costs) {
        return devices.keySet().stream()
                .filter(name -> costs.find(MetricKey.of(Metric.LATENCY, name)).isEmpty())
                .findFirst()
                .map(TrialOutcome::unknownTo);
    }

    private Optional<TrialOutcome> immediate(Architecture architecture, Fidelity fidelity) {
        if (!isTable()) {
            return Optional.empty();
        }
        return lookUp(architecture, fidelity)
                .map(found -> TrialOutcome.completed(found.only(Beforehand::isResult), Optional.empty()))
                .or(() -> Optional.of(TrialOutcome.notInBenchmark()));
    }

    private boolean isTable() {
        return estimator instanceof PerformanceEstimator.Immediate;
    }

    private Optional<Measurements> row(Architecture architecture) {
        return lookUp(architecture, estimator.fullFidelity());
    }

    private Optional<Measurements> lookUp(Architecture architecture, Fidelity fidelity) {
        return estimator instanceof PerformanceEstimator.Immediate immediate
                ? immediate.lookUp(architecture, fidelity)
                : Optional.empty();
    }

    /** A search for architectures that meet those of the constraints that can be checked beforehand. */
    FeasibilitySearch feasibility(List<Constraint> constraints) {
        return new FeasibilitySearch(
                space, constraints.stream().filter(limit -> knows(limit.key())).toList(), this::costs);
    }

    /** Whether it has a value of this key for every architecture that a trial may end well with. */
    boolean knows(MetricKey key) {
        return Aggregate.partsOf(key).stream().allMatch(this::knowsPart);
    }

    private boolean knowsPart(MetricKey key) {
        return key.metric().known() == Metric.Known.BEFORE_TRAINING && space.hasNetworks()
                || key.metric() == Metric.LATENCY
                        && key.target().filter(devices::containsKey).isPresent()
                || isTable() && isCost(key);
    }

    private boolean isCost(MetricKey key) {
        return key.metric().known() == Metric.Known.BEFORE_TRAINING
                || key.target().filter(targets::contains).isPresent();
    }

    private static boolean isResult(MetricKey key) {
        return key.metric().known() == Metric.Known.AFTER_TRAINING
                || key.metric().known() == Metric.Known.REPORTED;
    }
}
