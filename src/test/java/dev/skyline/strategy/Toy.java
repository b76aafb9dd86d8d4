package dev.skyline.strategy;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.GrowingHypervolume;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Objective;
import dev.skyline.metric.Problem;
import dev.skyline.network.Shape;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A search problem of which everything is known: cells are good as far as they agree with a hidden one. */
public final class Toy {

    public static final MetricKey ACCURACY = MetricKey.of(Metric.ACCURACY);
    public static final MetricKey PARAMETERS = MetricKey.of(Metric.PARAMETERS);
    public static final Problem ONE = new Problem(List.of(Objective.of(ACCURACY)), List.of());
    public static final Problem TWO = new Problem(List.of(Objective.of(ACCURACY), Objective.of(PARAMETERS)), List.of());
    public static final Problem CONSTRAINED =
            new Problem(List.of(Objective.of(ACCURACY)), List.of(Constraint.atMost(PARAMETERS, 2)));

    private static final SearchSpace.Enumerable SPACE = (SearchSpace.Enumerable) Spaces.plugins()
            .create(
                    new PluginSpec("nas-bench-201", Map.of("cells", 1, "channels", 1)),
                    new Task(Shape.image(1, 4, 4), 2));

    private static final String[] HIDDEN =
            ops("|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_1x1~1|+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~2|");

    private Toy() {}

    public static SearchSpace.Enumerable space() {
        return SPACE;
    }

    /** Accuracy: share of the hidden operations that are found. Parameters: number of convolutions. */
    public static TrialOutcome outcome(Architecture architecture) {
        return TrialOutcome.completed(measurements(architecture), Optional.empty());
    }

    /** The same, but too many parameters are found out before training. */
    public static TrialOutcome checkedOutcome(Architecture architecture) {
        Measurements all = measurements(architecture);
        return CONSTRAINED
                .broken(all)
                .map(TrialOutcome::infeasible)
                .orElseGet(() -> TrialOutcome.completed(all, Optional.empty()));
    }

    public static double accuracy(Architecture architecture) {
        String[] ops = ops(architecture.text());
        return IntStream.range(0, 6).filter(i -> ops[i].equals(HIDDEN[i])).count() / 6.0;
    }

    public static double best(List<Trial> trials) {
        return trials.stream()
                .mapToDouble(t -> t.measurements().value(ACCURACY).orElse(0))
                .max()
                .orElse(0);
    }

    /** Of accuracy and parameters, relative to nothing found at six convolutions. */
    public static double hypervolume(List<Trial> trials) {
        GrowingHypervolume volume = new GrowingHypervolume(new double[] {0, 6});
        trials.forEach(t -> TWO.score(t.measurements()).ifPresent(score -> volume.add(score.objectives())));
        return volume.value();
    }

    public static Measurements measurements(Architecture architecture) {
        long convolutions = IntStream.range(0, 6)
                .filter(i -> ops(architecture.text())[i].startsWith("nor_conv"))
                .count();
        return Measurements.of(
                Measurement.measured(Metric.ACCURACY, accuracy(architecture)),
                Measurement.computed(Metric.PARAMETERS, convolutions));
    }

    private static String[] ops(String text) {
        return text.substring(1).split("~\\d\\|(\\+\\|)?");
    }
}
