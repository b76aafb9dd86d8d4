package dev.skyline.search;

import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.plugin.PluginSpec;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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
        On on,
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

    /** Whether clients are to evaluate the trials. */
    boolean isExternal() {
        return estimator
                .filter(chosen -> chosen.type().equals(ExperimentSpec.EXTERNAL))
                .isPresent();
    }

    /** The same search by another strategy, left paused. */
    Draft variant(List<String> otherLabels, PluginSpec otherStrategy) {
        return new Draft(
                name,
                notes,
                otherLabels,
                on,
                searchSpace,
                Optional.of(otherStrategy),
                estimator,
                hardwareTargets,
                objectives,
                constraints,
                maxTrials,
                maxDuration,
                maxFailedTrials,
                parallelism,
                seed,
                memory,
                false);
    }

    /** What to search on: exactly one of the three, once it is right. */
    public record On(Optional<String> dataset, Optional<String> benchmark, Optional<Task> task) {

        public static On dataset(String name) {
            return new On(Optional.of(name), Optional.empty(), Optional.empty());
        }

        public static On benchmark(String name) {
            return new On(Optional.empty(), Optional.of(name), Optional.empty());
        }
    }

    /** The shape of a sample and the number of classes, where the data is somebody else's. */
    public record Task(List<Integer> input, int classes) {}

    /**
     * An objective by the names of its metric and target.
     *
     * @param places where the request names each of several targets; those that are missing stand in {@code target}
     */
    public record Objective(String metric, Optional<String> target, Map<String, String> places, OptionalDouble goal) {

        /** One whose target is given as one text. */
        public Objective(String metric, Optional<String> target, OptionalDouble goal) {
            this(metric, target, Map.of(), goal);
        }
    }

    /**
     * A constraint by the names of its metric and target.
     *
     * @param places as of an objective
     */
    public record Constraint(
            String metric,
            Optional<String> target,
            Map<String, String> places,
            OptionalDouble atMost,
            OptionalDouble atLeast,
            OptionalDouble confidence) {

        /** One whose target is given as one text. */
        public Constraint(
                String metric,
                Optional<String> target,
                OptionalDouble atMost,
                OptionalDouble atLeast,
                OptionalDouble confidence) {
            this(metric, target, Map.of(), atMost, atLeast, confidence);
        }

        /** One that the value itself must meet. */
        public Constraint(String metric, Optional<String> target, OptionalDouble atMost, OptionalDouble atLeast) {
            this(metric, target, atMost, atLeast, OptionalDouble.empty());
        }
    }
}
