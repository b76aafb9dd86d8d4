package dev.skyline.search;

import dev.skyline.metric.Aggregate;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Problem;

import java.util.stream.Collectors;

/** What a problem asks for and measurements do not give. */
public final class MissingValues {

    private MissingValues() {}

    /** For people: {@code accuracy, latency@phone}; empty where nothing is missing. */
    public static String of(Problem problem, Measurements measurements) {
        return problem.keys()
                .flatMap(key -> Aggregate.partsOf(key).stream())
                .distinct()
                .filter(key -> measurements.value(key).isEmpty())
                .map(MetricKey::toString)
                .collect(Collectors.joining(", "));
    }
}
