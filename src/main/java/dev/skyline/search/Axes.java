package dev.skyline.search;

import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Metric;
import dev.skyline.metric.Metric.Known;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Objective;
import dev.skyline.metric.Problem;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The two metrics in which a front is shown: a cost across, a quality upwards. */
public record Axes(MetricKey x, MetricKey y) {

    /** Those given, and for the others what the experiment optimises or measures. */
    public static Axes of(ExperimentSpec spec, Optional<MetricKey> x, Optional<MetricKey> y) {
        List<MetricKey> objectives =
                spec.problem().objectives().stream().map(Objective::key).toList();
        MetricKey up = y.orElseGet(() -> objectives.stream()
                .filter(key -> key.metric().known() == Known.AFTER_TRAINING)
                .findFirst()
                .orElse(objectives.get(0)));
        MetricKey across = x.orElseGet(() -> Stream.of(
                        objectives.stream(),
                        spec.hardwareTargets().stream().map(target -> MetricKey.of(Metric.LATENCY, target)),
                        Stream.of(MetricKey.of(Metric.PARAMETERS), MetricKey.of(Metric.MACS)))
                .flatMap(keys -> keys)
                .filter(key -> !key.equals(up))
                .findFirst()
                .orElseThrow());
        return new Axes(across, up);
    }

    List<MetricKey> keys() {
        return List.of(x, y);
    }

    /** Values on both axes so that smaller is better, or such values back in the metrics' units. */
    double[] canonical(double across, double up) {
        return new double[] {x.metric().canonical(across), y.metric().canonical(up)};
    }

    /** The experiment's constraints, with these axes as objectives. */
    Problem problem(List<Constraint> constraints) {
        return new Problem(List.of(Objective.of(x), Objective.of(y)), constraints);
    }
}
