package dev.skyline.experiment;

import dev.skyline.architecture.Architecture;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurement.Source;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Objective;
import dev.skyline.metric.Problem;
import dev.skyline.plugin.PluginSpec;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * Makes a finished experiment of as many trials as wanted, with the shape of a real one: accuracy that grows with
 * latency, up to noise, and every metric that a training and the host give.
 */
public final class LargeExperiment {

    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");
    private static final String[] OPERATIONS = {"none", "skip_connect", "nor_conv_1x1", "nor_conv_3x3", "avg_pool_3x3"};

    private LargeExperiment() {}

    /** Stores it, in the caller's transaction if there is one. */
    public static ExperimentId store(Experiments experiments, Trials trials, int size) {
        ExperimentId id = ExperimentId.random();
        Budget budget = new Budget(size, Optional.empty(), size);
        experiments.add(Experiment.submitted(
                        id, spec(), new Experiment.Editable("a large search", "", List.of(), budget, 2), true, BEGAN)
                .started(BEGAN));
        SplittableRandom random = new SplittableRandom(1);
        for (int number = 1; number <= size; number++) {
            Instant at = BEGAN.plusSeconds(number);
            TrialId trial = new TrialId(id, number);
            trials.add(Trial.proposed(
                    trial,
                    Architecture.of(cell(random)),
                    number > 20 ? OptionalInt.of(number - 20) : OptionalInt.empty(),
                    Fidelity.epochs(12),
                    Measurements.none(),
                    number - 1L,
                    at));
            Trial started = trials.start(trial, at).orElseThrow();
            trials.record(trial, started.attempt(), outcome(random), at.plusMillis(900))
                    .orElseThrow();
        }
        experiments.change(
                id,
                experiment -> experiment.finished(
                        ExperimentState.SUCCEEDED,
                        new End("MaxTrialsReached", "all " + size + " trials are done"),
                        BEGAN.plusSeconds(size + 1)));
        return id;
    }

    private static ExperimentSpec spec() {
        MetricKey latency = MetricKey.of(Metric.LATENCY, "host");
        return new ExperimentSpec(
                new DatasetRef("digits", "0".repeat(64), List.of(1, 8, 8), List.of("0", "1")),
                new PluginSpec("nas-bench-201", Map.of("cells", 1, "channels", 8)),
                new PluginSpec("nsga2", Map.of("populationSize", 50, "crossoverProbability", 0.9, "mutations", 1.0)),
                new PluginSpec("training", Map.of("epochs", 12)),
                List.of("host"),
                new Problem(
                        List.of(Objective.of(MetricKey.of(Metric.ACCURACY)), Objective.of(latency)),
                        List.of(new Constraint(latency, OptionalDouble.of(2), OptionalDouble.empty()))),
                true,
                1);
    }

    private static String cell(SplittableRandom random) {
        return "|%s~0|+|%s~0|%s~1|+|%s~0|%s~1|%s~2|"
                .formatted(random.ints(6, 0, OPERATIONS.length)
                        .mapToObj(i -> OPERATIONS[i])
                        .toArray());
    }

    private static TrialOutcome outcome(SplittableRandom random) {
        if (random.nextInt(100) == 0) {
            return TrialOutcome.failed("TrainingDiverged", "the loss became NaN in epoch 3");
        }
        double latency = 0.05 + 2.2 * random.nextDouble();
        double accuracy = Math.min(1, 1 - Math.exp(-3 - latency) - 0.1 * random.nextDouble());
        double parameters = 1000 + Math.round(40_000 * latency);
        return TrialOutcome.completed(
                Measurements.of(
                        Measurement.measured(Metric.ACCURACY, accuracy),
                        Measurement.measured(Metric.TEST_ACCURACY, accuracy - 0.01),
                        Measurement.measured(Metric.LOSS, 1 - accuracy),
                        Measurement.computed(Metric.PARAMETERS, parameters),
                        Measurement.computed(Metric.MACS, 30 * parameters),
                        Measurement.computed(Metric.MODEL_SIZE, 4 * parameters),
                        Measurement.computed(Metric.PEAK_MEMORY, 5 * parameters),
                        new Measurement(
                                MetricKey.of(Metric.LATENCY, "host"),
                                latency,
                                Source.MEASURED,
                                OptionalDouble.of(latency * 1.1),
                                OptionalDouble.of(0.01),
                                true),
                        Measurement.of(MetricKey.of(Metric.THROUGHPUT, "host"), 1000 / latency, Source.MEASURED),
                        Measurement.measured(Metric.TRAINING_TIME, 2 * latency)),
                Optional.empty());
    }
}
