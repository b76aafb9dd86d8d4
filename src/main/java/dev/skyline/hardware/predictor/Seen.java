package dev.skyline.hardware.predictor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How large the networks are that were learned from, to tell how far another one goes beyond them.
 *
 * @param ranges of the sizes that one of them has, by name; at least and at most
 */
record Seen(Map<String, Seen.Range> ranges) {

    private static final Range NEVER = new Range(0, 0);

    record Range(double low, double high) {

        Range with(double value) {
            return new Range(Math.min(low, value), Math.max(high, value));
        }

        /** As a share of the largest that was seen; 1 where that is 0. */
        double beyond(double value) {
            double by = Math.max(Math.max(value - high, low - value), 0);
            return high > 0 ? by / high : Math.signum(by);
        }
    }

    /** O(features × networks). */
    static Seen of(List<Map<String, Double>> networks) {
        Map<String, Range> ranges = new HashMap<>();
        for (Map<String, Double> network : networks) {
            network.keySet().stream().filter(LatencyFeatures::isSize).forEach(name -> ranges.put(name, null));
        }
        ranges.replaceAll((name, none) -> networks.stream()
                .map(network -> network.getOrDefault(name, 0.0))
                .map(value -> new Range(value, value))
                .reduce((one, other) -> one.with(other.high()))
                .orElseThrow());
        return new Seen(ranges);
    }

    /** By what share of what was seen the network is larger or smaller, where that is most; 1 for a kind of operator never seen. */
    double beyond(Map<String, Double> network) {
        double missing = ranges.entrySet().stream()
                .mapToDouble(each -> each.getValue().beyond(network.getOrDefault(each.getKey(), 0.0)))
                .max()
                .orElse(0);
        return network.entrySet().stream()
                .filter(each -> LatencyFeatures.isSize(each.getKey()))
                .mapToDouble(each -> ranges.getOrDefault(each.getKey(), NEVER).beyond(each.getValue()))
                .reduce(missing, Math::max);
    }

    /** Kinds of operators that no network had. */
    List<String> unseen(Map<String, Double> network) {
        return network.keySet().stream()
                .filter(name -> !ranges.containsKey(name))
                .flatMap(name -> LatencyFeatures.counted(name).stream())
                .toList();
    }
}
