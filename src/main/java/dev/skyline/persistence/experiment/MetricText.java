package dev.skyline.persistence.experiment;

import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;

import java.util.Optional;

/** Metrics as they are named in documents: {@code accuracy}, {@code latency@host}. */
final class MetricText {

    private static final char AT = '@';

    private MetricText() {}

    static String of(MetricKey key) {
        return key.metric().key() + key.target().map(target -> AT + target).orElse("");
    }

    /**
     * @throws IllegalStateException for a metric that this version does not know
     */
    static MetricKey parse(String text) {
        int at = text.indexOf(AT);
        String name = at < 0 ? text : text.substring(0, at);
        Metric metric = Metric.find(name)
                .orElseThrow(() -> new IllegalStateException("stored metric '" + text + "' is unknown"));
        return new MetricKey(metric, at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1)));
    }
}
