package dev.skyline.api.experiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Aggregates of requests as texts of the core, which checks them: {@code max(a,b)}. */
final class AggregateText {

    private AggregateText() {}

    /** What is asked of; a text that names both a target and an aggregate, and so none, where the request does. */
    static Optional<String> target(String target, String aggregate, List<String> targets, Map<String, Double> weights) {
        if (aggregate == null && targets == null && weights == null) {
            return Optional.ofNullable(target);
        }
        Stream<String> parts = Stream.concat(
                Stream.ofNullable(targets).flatMap(List::stream),
                Stream.ofNullable(weights)
                        .flatMap(given -> given.entrySet().stream())
                        .map(part -> part.getValue() + "*" + part.getKey()));
        String text = (aggregate == null ? "" : aggregate) + parts.collect(Collectors.joining(",", "(", ")"));
        return Optional.of(target == null ? text : target + " and " + text);
    }

    /** Where each target stands that a request names in a list or by its weight. */
    static Map<String, String> places(List<String> targets, Map<String, Double> weights) {
        Map<String, String> places = new HashMap<>();
        for (int i = 0; targets != null && i < targets.size(); i++) {
            places.putIfAbsent(targets.get(i), "targets[" + i + "]");
        }
        if (weights != null) {
            weights.keySet().forEach(name -> places.putIfAbsent(name, "weights." + name));
        }
        return places;
    }
}
