package dev.skyline.experiment;

import dev.skyline.architecture.Architecture;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Interval;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurement.Source;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Objective;
import dev.skyline.metric.Problem;
import dev.skyline.plugin.PluginSpec;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Experiments and trials for tests, with something in every field. */
public final class ExperimentExamples {

    public static final Instant NOW = Instant.parse("2026-11-24T08:00:00.123456Z");

    public static final MetricKey ACCURACY = MetricKey.of(Metric.ACCURACY);
    public static final MetricKey LATENCY = MetricKey.of(Metric.LATENCY, "host");

    private ExperimentExamples() {}

    public static ExperimentSpec spec(long seed) {
        return spec(new DatasetRef("digits", "a".repeat(64), List.of(1, 8, 8), List.of("0", "1", "2")), seed);
    }

    public static ExperimentSpec spec(Subject subject, long seed) {
        return new ExperimentSpec(
                subject,
                new PluginSpec("sequential", Map.of("depth", 4, "widths", List.of(8, 16), "rate", 1.0e10)),
                new PluginSpec("nsga2", Map.of("populationSize", 20, "mutation", 0.5)),
                new PluginSpec("training", Map.of("epochs", 3, "learningRate", 1.0e-4, "optimizer", "adam")),
                List.of("host", "raspi4"),
                List.of(
                        new Device("host", new PluginSpec("host", Map.of("threads", 1)), Optional.empty()),
                        new Device("raspi4", new PluginSpec("table", Map.of()), Optional.of("b".repeat(64)))),
                new Problem(
                        List.of(new Objective(ACCURACY, OptionalDouble.of(0.99)), Objective.of(LATENCY)),
                        List.of(
                                Constraint.atMost(MetricKey.of(Metric.LATENCY, "raspi4"), 25),
                                Constraint.atLeast(ACCURACY, 0.5))),
                true,
                seed);
    }

    public static Experiment.Editable editable(String name) {
        return new Experiment.Editable(
                name,
                "notes, with ünïcode",
                List.of("first", "second"),
                new Budget(40, Optional.of(Duration.ofMinutes(20)), 5),
                2);
    }

    public static Experiment experiment() {
        return experiment("digits for two devices", 42, NOW);
    }

    public static Experiment experiment(Subject subject) {
        return Experiment.submitted(ExperimentId.random(), spec(subject, 42), editable("a search"), true, NOW);
    }

    public static Experiment experiment(String name, long seed, Instant now) {
        return Experiment.submitted(ExperimentId.random(), spec(seed), editable(name), true, now);
    }

    /** Each number has an architecture of its own. */
    public static Trial trial(ExperimentId experiment, int number) {
        return trial(experiment, number, Architecture.of("architecture " + number));
    }

    public static Trial trial(ExperimentId experiment, int number, Architecture architecture) {
        return Trial.proposed(
                new TrialId(experiment, number),
                architecture,
                OptionalInt.empty(),
                new Fidelity(3, 0.5),
                Measurements.of(Measurement.computed(Metric.PARAMETERS, 1234)),
                0,
                NOW);
    }

    public static TrialOutcome success(double accuracy, double latency) {
        return TrialOutcome.completed(
                Measurements.of(
                        Measurement.measured(Metric.ACCURACY, accuracy),
                        new Measurement(
                                LATENCY,
                                latency,
                                Source.MEASURED,
                                OptionalDouble.of(latency * 1.2),
                                OptionalDouble.of(0.02),
                                Optional.of(new Interval(latency * 0.9, latency * 1.3)),
                                false)),
                Optional.of("f".repeat(64)));
    }
}
