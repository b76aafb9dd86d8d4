package dev.skyline.search;

import dev.skyline.plugin.PluginSpec;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An experiment as a user asks for it, before anything of it was checked. What is empty gets a default.
 *
 * @param start false leaves it paused
 */
public record Draft(
        String name,
        Optional<String> notes,
        List<String> labels,
        Optional<String> dataset,
        Optional<PluginSpec> searchSpace,
        Optional<PluginSpec> strategy,
        Optional<PluginSpec> estimator,
        Optional<List<String>> hardwareTargets,
        List<Objective> objectives,
        List<Constraint> constraints,
        Optional<Integer> maxTrials,
        Optional<Duration> maxDuration,
        Optional<Integer> maxFailedTrials,
        Optional<Integer> parallelism,
        Optional<Long> seed,
        boolean memory,
        boolean start) {

    /** An objective by the names of its metric and target. */
    public record Objective(String metric, Optional<String> target, OptionalDouble goal) {}

    /** A constraint by the names of its metric and target. */
    public record Constraint(String metric, Optional<String> target, OptionalDouble atMost, OptionalDouble atLeast) {}
}
