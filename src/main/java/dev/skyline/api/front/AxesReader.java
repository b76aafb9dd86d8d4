package dev.skyline.api.front;

import dev.skyline.api.request.QueryReader;
import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.metric.Aggregate;
import dev.skyline.metric.Metric;
import dev.skyline.metric.Metric.Known;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Objective;
import dev.skyline.plugin.ValidNames;
import dev.skyline.search.Axes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code target}, {@code x} and {@code y}: two metrics, and the target of those that belong to one. */
final class AxesReader {

    static final String TARGET = "Hardware target of the axes that belong to one; needed only where the experiment has"
            + " several and its objectives do not say";
    static final String AXIS = "Key of a metric; by default what the experiment optimises";

    private final ExperimentSpec spec;
    private final Optional<String> target;
    private final QueryReader query;

    private AxesReader(ExperimentSpec spec, Optional<String> target, QueryReader query) {
        this.spec = spec;
        this.target = target;
        this.query = query;
    }

    static Axes read(ExperimentSpec spec, String target, String x, String y) {
        QueryReader query = new QueryReader();
        AxesReader reader = of(query, spec, target);
        Optional<MetricKey> across = reader.axis("x", x);
        Optional<MetricKey> up = reader.axis("y", y);
        if (across.isPresent() && across.equals(up)) {
            query.fault("y", "must be another metric than x");
        }
        query.orThrow();
        return reader.complete(across, up);
    }

    /** Across what is limited, by default latency; upwards what the experiment optimises. */
    static Axes limited(QueryReader query, ExperimentSpec spec, String target, String metric) {
        AxesReader reader = of(query, spec, target);
        Optional<MetricKey> cost =
                reader.axis("metric", metric == null || metric.isEmpty() ? Metric.LATENCY.key() : metric);
        query.orThrow();
        return reader.complete(cost, Optional.empty());
    }

    private static AxesReader of(QueryReader query, ExperimentSpec spec, String target) {
        Optional<String> named = query.text("target", target);
        List<String> valid = Stream.concat(
                        spec.hardwareTargets().stream(),
                        spec.problem().aggregates().stream().map(Aggregate::target))
                .toList();
        if (named.isPresent() && !valid.contains(named.get())) {
            query.fault("target", "the experiment has no hardware target '" + named.get() + "'" + ValidNames.of(valid));
        }
        return new AxesReader(spec, named, query);
    }

    /** What was not asked for is what the experiment optimises, on the target that was asked for. */
    private Axes complete(Optional<MetricKey> across, Optional<MetricKey> up) {
        Axes usual = Axes.of(spec, Optional.empty(), Optional.empty());
        MetricKey y = up.orElse(across.equals(Optional.of(usual.y())) ? usual.x() : usual.y());
        MetricKey x = across.or(() -> onTarget().filter(key -> !key.equals(y)))
                .orElseGet(() -> Axes.of(spec, Optional.empty(), Optional.of(y)).x());
        return new Axes(x, y);
    }

    private Optional<MetricKey> axis(String field, String given) {
        return query.text(field, given).flatMap(name -> {
            Optional<Metric> metric = Metric.find(name);
            if (metric.isEmpty()) {
                query.fault(field, "there is no metric '" + name + "'; valid are " + metrics());
            }
            return metric.flatMap(found -> key(field, found));
        });
    }

    private Optional<MetricKey> key(String field, Metric metric) {
        if (metric.known() != Known.ON_TARGET) {
            return Optional.of(MetricKey.of(metric));
        }
        Optional<String> device = target.or(() -> only(objectives(metric))).or(() -> only(spec.hardwareTargets()));
        if (device.isEmpty() && spec.hardwareTargets().isEmpty()) {
            query.fault(field, metric.key() + " belongs to a hardware target, and the experiment has none");
        } else if (device.isEmpty()) {
            query.fault(
                    "target", metric.key() + " needs a target; valid are " + String.join(", ", spec.hardwareTargets()));
        }
        return device.map(name -> MetricKey.of(metric, name));
    }

    private Optional<MetricKey> onTarget() {
        return target.map(name -> spec.problem().objectives().stream()
                .map(Objective::key)
                .filter(key -> key.target().equals(target))
                .findFirst()
                .orElse(MetricKey.of(Metric.LATENCY, name)));
    }

    private List<String> objectives(Metric metric) {
        return spec.problem().objectives().stream()
                .map(Objective::key)
                .filter(key -> key.metric() == metric)
                .flatMap(key -> key.target().stream())
                .toList();
    }

    private static Optional<String> only(List<String> names) {
        return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    }

    private static String metrics() {
        return String.join(", ", Arrays.stream(Metric.values()).map(Metric::key).toList());
    }
}
