package dev.skyline.metric;

import dev.skyline.metric.Metric.Known;

import java.util.Optional;

/**
 * A metric, on a hardware target where it belongs to one.
 *
 * @param target name of the target; present exactly for metrics that are {@link Known#ON_TARGET}
 */
public record MetricKey(Metric metric, Optional<String> target) {

    public MetricKey {
        if (target.isPresent() != (metric.known() == Known.ON_TARGET)) {
            throw new IllegalArgumentException(metric.key()
                    + (target.isPresent() ? " belongs to no hardware target" : " needs a hardware target"));
        }
    }

    public static MetricKey of(Metric metric) {
        return new MetricKey(metric, Optional.empty());
    }

    public static MetricKey of(Metric metric, String target) {
        return new MetricKey(metric, Optional.of(target));
    }

    /**
     * The inverse of {@link #toString()}.
     *
     * @throws IllegalArgumentException where there is no such metric, or where it has a target and must not, or lacks one
     */
    public static MetricKey parse(String text) {
        int at = text.indexOf('@');
        String name = at < 0 ? text : text.substring(0, at);
        Metric metric =
                Metric.find(name).orElseThrow(() -> new IllegalArgumentException("there is no metric '" + name + "'"));
        return new MetricKey(metric, at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1)));
    }

    @Override
    public String toString() {
        return target.map(t -> metric.key() + "@" + t).orElse(metric.key());
    }
}
