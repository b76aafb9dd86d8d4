package dev.skyline.benchmark;

import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.metric.Metric;
import dev.skyline.metric.Metric.Known;
import dev.skyline.metric.MetricKey;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The first line of a table.
 *
 * @param architecture place of this column
 * @param epochs place of this column, or -1
 * @param metrics for each place a metric, or null for those two
 */
record TableHeader(List<String> names, int architecture, int epochs, MetricKey[] metrics) {

    static final String ARCHITECTURE = "architecture";
    static final String EPOCHS = "epochs";

    static TableHeader of(List<String> names, BenchmarkLimits limits) {
        MetricKey[] metrics = new MetricKey[names.size()];
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < metrics.length; i++) {
            String name = names.get(i);
            if (!seen.add(name)) {
                throw InvalidBenchmark.at(1, name, "stands twice");
            }
            if (!name.equals(ARCHITECTURE) && !name.equals(EPOCHS)) {
                metrics[i] = metric(name);
            }
        }
        if (!seen.contains(ARCHITECTURE)) {
            throw InvalidBenchmark.at(1, "there is no column 'architecture'");
        }
        long values = Arrays.stream(metrics).filter(metric -> metric != null).count();
        if (values == 0 || values > limits.columns()) {
            throw InvalidBenchmark.at(1, "has " + values + " columns of metrics; a table has 1 to " + limits.columns());
        }
        return new TableHeader(List.copyOf(names), names.indexOf(ARCHITECTURE), names.indexOf(EPOCHS), metrics);
    }

    List<MetricKey> columns() {
        return Arrays.stream(metrics).filter(metric -> metric != null).toList();
    }

    private static MetricKey metric(String name) {
        MetricKey key;
        try {
            key = MetricKey.parse(name);
        } catch (IllegalArgumentException e) {
            throw InvalidBenchmark.at(1, name, e.getMessage() + "; valid are " + valid());
        }
        if (key.target().filter(target -> !HardwareTargetSpec.isName(target)).isPresent()) {
            throw InvalidBenchmark.at(1, name, "a hardware target's name has " + HardwareTargetSpec.NAME_RULE);
        }
        return key;
    }

    private static String valid() {
        return ARCHITECTURE + ", " + EPOCHS + ", "
                + Arrays.stream(Metric.values())
                        .map(m -> m.known() == Known.ON_TARGET ? m.key() + "@<target>" : m.key())
                        .collect(Collectors.joining(", "));
    }
}
