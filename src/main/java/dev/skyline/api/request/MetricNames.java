package dev.skyline.api.request;

import dev.skyline.metric.Metric;
import dev.skyline.metric.Metric.Known;
import dev.skyline.metric.MetricKey;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Metrics as queries write them, {@code accuracy} or {@code latency@host}, for the hardware targets of an experiment. */
public final class MetricNames {

    private final List<MetricKey> keys;

    public MetricNames(List<String> targets) {
        keys = Arrays.stream(Metric.values())
                .flatMap(metric -> metric.known() == Known.ON_TARGET
                        ? targets.stream().map(target -> MetricKey.of(metric, target))
                        : Stream.of(MetricKey.of(metric)))
                .toList();
    }

    public Optional<MetricKey> find(String name) {
        return keys.stream().filter(key -> key.toString().equals(name)).findFirst();
    }

    /** Every metric that a trial may have, by name. */
    public List<String> all() {
        return keys.stream().map(MetricKey::toString).toList();
    }

    /** Every metric that a trial may have. */
    public List<MetricKey> keys() {
        return keys;
    }
}
