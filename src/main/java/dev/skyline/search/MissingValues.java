package dev.skyline.search;

import dev.skyline.metric.Aggregate;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Objective;
import dev.skyline.metric.Problem;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a problem asks for and measurements do not give. */
public final class MissingValues {

    private MissingValues() {}

    /** For people: {@code accuracy, latency@phone}; empty where nothing is missing. */
    public static String of(Problem problem, Measurements measurements) {
        return Stream.concat(
                        problem.objectives().stream().map(Objective::key),
                        problem.constraints().stream().map(Constraint::key))
                .flatMap(key -> Aggregate.of(key).map(Aggregate::parts).orElse(List.of(key)).stream())
                .distinct()
                .filter(key -> measurements.value(key).isEmpty())
                .map(MetricKey::toString)
                .collect(Collectors.joining(", "));
    }
}
