package dev.skyline.api.fake;

import dev.skyline.architecture.Architecture;
import dev.skyline.comparison.Comparison;
import dev.skyline.comparison.ComparisonId;
import dev.skyline.comparison.ComparisonRun;
import dev.skyline.dataset.Content;
import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.Origin;
import dev.skyline.dataset.Schema;
import dev.skyline.estimator.EpochReport;
import dev.skyline.experiment.Baseline;
import dev.skyline.experiment.Budget;
import dev.skyline.experiment.DatasetRef;
import dev.skyline.experiment.Device;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.Experiment.Editable;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.experiment.SecondMeasurement;
import dev.skyline.experiment.TaskRef;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.hardware.HardwareTargetSpec;
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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;

/** One small search: a minute old, five trials of which one trains, one failed and one breaks a constraint. */
public final class Scenario {

    public static final ExperimentId ID = new ExperimentId(UUID.fromString("2f1c8a52-6d0e-4b7a-9c35-0f6b1f6d9e11"));
    public static final UUID BASELINE = UUID.fromString("7c3b1f40-93d2-4c55-8a8e-3d1f60b7a2c4");
    public static final ExperimentId EXTERNAL =
            new ExperimentId(UUID.fromString("6b0f3a77-52c1-4f0e-8a44-7c9d2e5b1a20"));
    public static final ComparisonId COMPARISON =
            new ComparisonId(UUID.fromString("c2a4f6d8-1b3e-4c5a-9d7f-2e4a6c8b0d12"));
    public static final Instant BEGAN = Instant.parse("2026-11-24T09:00:00Z");
    public static final Instant NOW = BEGAN.plusSeconds(60);
    public static final String MODEL = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static final String TARGET = "host";
    private static final String DIGITS = "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef";
    private static final int[] COUNTS = {178, 182, 177, 183, 181, 182, 181, 179, 174, 180};

    private Scenario() {}

    static Dataset digits() {
        return new Dataset(
                "digits",
                new Content(
                        DIGITS,
                        new Schema.Images(1, 8, 8),
                        IntStream.range(0, COUNTS.length)
                                .mapToObj(i -> new Content.ClassCount(Integer.toString(i), COUNTS[i]))
                                .toList()),
                new Origin("UCI Machine Learning Repository", "CC BY 4.0", "Comes with Skyline."),
                BEGAN.minusSeconds(3600));
    }

    static HardwareTargetSpec host() {
        return new HardwareTargetSpec(
                TARGET,
                Blocks.catalogue().targets().complete(PluginSpec.of("host")),
                "The machine that Skyline runs on",
                BEGAN.minusSeconds(3600));
    }

    static Experiment experiment() {
        Problem problem = new Problem(
                List.of(
                        Objective.of(MetricKey.of(Metric.ACCURACY)),
                        Objective.of(MetricKey.of(Metric.LATENCY, TARGET))),
                List.of(Constraint.atMost(MetricKey.of(Metric.PARAMETERS), 50000)));
        ExperimentSpec spec = new ExperimentSpec(
                new DatasetRef(
                        "digits", DIGITS, List.of(1, 8, 8), digits().content().classNames()),
                Blocks.catalogue().spaces().complete(PluginSpec.of("sequential")),
                Blocks.catalogue().strategies().complete(PluginSpec.of("nsga2")),
                Blocks.catalogue().estimators().complete(PluginSpec.of("training")),
                List.of(TARGET),
                List.of(new Device(TARGET, host().model(), Optional.empty())),
                problem,
                true,
                42);
        Editable editable = new Editable(
                "digits on this machine",
                "The first one.",
                List.of("tutorial"),
                new Budget(40, Optional.of(Duration.ofMinutes(20)), 5),
                2);
        return Experiment.submitted(ID, spec, editable, true, BEGAN.minusSeconds(1))
                .started(BEGAN);
    }

    /** One whose trials clients evaluate; none has asked yet. */
    static Experiment external() {
        ExperimentSpec spec = new ExperimentSpec(
                new TaskRef(List.of(3, 32, 32), 10),
                Blocks.catalogue().spaces().complete(PluginSpec.of("nas-bench-201")),
                Blocks.catalogue().strategies().complete(PluginSpec.of("regularized-evolution")),
                Blocks.catalogue().estimators().complete(PluginSpec.of("external")),
                List.of("phone"),
                List.of(),
                new Problem(
                        List.of(Objective.of(MetricKey.of(Metric.ACCURACY))),
                        List.of(Constraint.atMost(MetricKey.of(Metric.LATENCY, "phone"), 20))),
                true,
                42);
        Editable editable =
                new Editable("cells for the phone", "", List.of(), new Budget(100, Optional.empty(), 10), 1);
        return Experiment.submitted(EXTERNAL, spec, editable, true, BEGAN.minusSeconds(11))
                .started(BEGAN.minusSeconds(10));
    }

    /** Of two runs that have not ended. */
    static Comparison comparison() {
        return new Comparison(
                COMPARISON,
                "digits on this machine",
                List.of(
                        Blocks.catalogue().strategies().complete(PluginSpec.of("random")),
                        Blocks.catalogue().strategies().complete(PluginSpec.of("nsga2"))),
                List.of(new ComparisonRun(0, 1, EXTERNAL), new ComparisonRun(1, 1, ID)),
                BEGAN);
    }

    static List<Trial> trials() {
        return List.of(
                evaluated(1, "max|flatten", OptionalInt.empty(), 0, 0.912, 0.012, 0.015, 170),
                evaluated(2, "conv3x3-8|max|global|dense-32", OptionalInt.empty(), 1, 0.953, 0.034, 0.043, 706),
                proposed(3, "sep5x5-32|conv3x3-32|flatten|dense-32", OptionalInt.of(2), 2)
                        .recorded(
                                TrialOutcome.infeasible(Constraint.atMost(MetricKey.of(Metric.PARAMETERS), 50000)),
                                3,
                                BEGAN.plusSeconds(31)),
                proposed(4, "avg|conv3x3-8|flatten", OptionalInt.of(1), 3)
                        .started(BEGAN.plusSeconds(32))
                        .recorded(
                                TrialOutcome.failed("TrainingDiverged", "the loss became NaN in epoch 2"),
                                4,
                                BEGAN.plusSeconds(40)),
                proposed(5, "conv3x3-32|conv3x3-32|flatten", OptionalInt.of(2), 4)
                        .started(BEGAN.plusSeconds(41)));
    }

    static Baseline baseline() {
        return new Baseline(
                        BASELINE,
                        ID,
                        "in use today",
                        MODEL,
                        List.of(1, 8, 8),
                        10,
                        OptionalDouble.of(0.97),
                        Baseline.State.MEASURING,
                        Optional.empty(),
                        Measurements.none(),
                        BEGAN.plusSeconds(5))
                .measured(Measurements.of(
                        Measurement.computed(Metric.PARAMETERS, 9930),
                        Measurement.computed(Metric.MODEL_SIZE, 41237),
                        Measurement.measured(Metric.ACCURACY, 0.964),
                        Measurement.measured(Metric.TEST_ACCURACY, 0.961),
                        Measurement.of(MetricKey.of(Metric.LATENCY, TARGET), 0.052, Source.MEASURED)));
    }

    /** As if the search had ended. */
    static SecondMeasurement measuredAgain() {
        return new SecondMeasurement(
                new TrialId(ID, 2),
                Measurements.of(new Measurement(
                        MetricKey.of(Metric.LATENCY, TARGET),
                        0.033,
                        Source.MEASURED,
                        OptionalDouble.of(0.035),
                        OptionalDouble.of(0.01),
                        Optional.empty(),
                        true)),
                Optional.empty(),
                BEGAN.plusSeconds(58));
    }

    static List<EpochReport> curve() {
        return List.of(
                new EpochReport(1, 3, 0.9, 0.61, 0.84, 1.2),
                new EpochReport(2, 3, 0.4, 0.38, 0.921, 2.4),
                new EpochReport(3, 3, 0.25, 0.29, 0.953, 3.5));
    }

    private static Trial evaluated(
            int number,
            String architecture,
            OptionalInt parent,
            long basedOn,
            double accuracy,
            double latency,
            double p95,
            int parameters) {
        Measurements found = Measurements.of(
                Measurement.computed(Metric.PARAMETERS, parameters),
                Measurement.measured(Metric.ACCURACY, accuracy),
                new Measurement(
                        MetricKey.of(Metric.LATENCY, TARGET),
                        latency,
                        Source.MEASURED,
                        OptionalDouble.of(p95),
                        OptionalDouble.of(0.02),
                        Optional.empty(),
                        true));
        return proposed(number, architecture, parent, basedOn)
                .started(BEGAN.plusSeconds(number * 10L))
                .recorded(
                        TrialOutcome.completed(found, Optional.of(MODEL)), number, BEGAN.plusSeconds(number * 10L + 9));
    }

    private static Trial proposed(int number, String architecture, OptionalInt parent, long basedOn) {
        return Trial.proposed(
                new TrialId(ID, number),
                Architecture.of(architecture),
                parent,
                Fidelity.epochs(3),
                Measurements.none(),
                basedOn,
                BEGAN.plusSeconds(number));
    }
}
