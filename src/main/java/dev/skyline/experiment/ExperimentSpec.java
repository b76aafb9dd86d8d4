package dev.skyline.experiment;

import dev.skyline.metric.Problem;
import dev.skyline.plugin.PluginSpec;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is searched for, immutable once submitted.
 *
 * @param subject what the architectures are for
 * @param hardwareTargets names of the targets on which trials are measured, in order
 * @param devices those of them that the service measures or models itself; of the others the benchmark, or a client, tells
 * @param memory whether what was evaluated before, under the same data, settings and seed, is used again
 * @param seed of everything random: proposals, splits, trainings
 */
public record ExperimentSpec(
        Subject subject,
        PluginSpec searchSpace,
        PluginSpec strategy,
        PluginSpec estimator,
        List<String> hardwareTargets,
        List<Device> devices,
        Problem problem,
        boolean memory,
        long seed) {

    /** The estimator by which clients evaluate trials, and not this service. */
    public static final String EXTERNAL = "external";

    public ExperimentSpec {
        hardwareTargets = List.copyOf(hardwareTargets);
        devices = List.copyOf(devices);
    }

    /** The same search with other random numbers. */
    public ExperimentSpec withSeed(long other) {
        return new ExperimentSpec(
                subject, searchSpace, strategy, estimator, hardwareTargets, devices, problem, memory, other);
    }

    /** Whether trials are handed to clients that ask for them, and to nobody else. */
    public boolean isExternal() {
        return estimator.type().equals(EXTERNAL);
    }

    /**
     * All that the evaluation of an architecture depends on besides the architecture: two experiments with the same
     * terms may use each other's results. The settings must be complete, defaults included.
     */
    public String terms() {
        return String.join(
                "|",
                subject.terms(),
                text(searchSpace),
                text(estimator),
                String.join(",", new TreeSet<>(hardwareTargets)),
                devices.stream().map(Device::terms).sorted().collect(Collectors.joining(",")),
                Long.toString(seed));
    }

    /** The same for the same settings in whatever order. */
    static String text(PluginSpec plugin) {
        return plugin.type() + new TreeMap<>(plugin.settings());
    }
}
