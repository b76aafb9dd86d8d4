package dev.skyline.experiment;

import dev.skyline.metric.Problem;
import dev.skyline.plugin.PluginSpec;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is searched for, immutable once submitted.
 *
 * @param subject what the architectures are for
 * @param hardwareTargets names of the targets on which trials are measured, in order
 * @param memory whether what was evaluated before, under the same data, settings and seed, is used again
 * @param seed of everything random: proposals, splits, trainings
 */
public record ExperimentSpec(
        Subject subject,
        PluginSpec searchSpace,
        PluginSpec strategy,
        PluginSpec estimator,
        List<String> hardwareTargets,
        Problem problem,
        boolean memory,
        long seed) {

    /** The estimator by which clients evaluate trials, and not this service. */
    public static final String EXTERNAL = "external";

    public ExperimentSpec {
        hardwareTargets = List.copyOf(hardwareTargets);
    }

    /** The same search with other random numbers. */
    public ExperimentSpec withSeed(long other) {
        return new ExperimentSpec(subject, searchSpace, strategy, estimator, hardwareTargets, problem, memory, other);
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
                Long.toString(seed));
    }

    private static String text(PluginSpec plugin) {
        return plugin.type() + new TreeMap<>(plugin.settings());
    }
}
