package dev.skyline.hardware.predictor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The columns that a set of networks needs: those that vary, each once, standardised by these networks. In networks of
 * one space most features say the same as others, as cells repeat.
 *
 * @param plain how many of the first columns make an additive model of operators, without their neighbours
 */
record FeatureTable(List<String> names, double[] means, double[] deviations, int plain) {

    /** More columns than this slow fitting without telling more. */
    private static final int MOST = 400;

    /** What fewer networks have, or lack, cannot be learned. */
    private static final int LEAST_SUPPORT = 3;

    private record Column(String name, double[] values, double mean, double deviation, int support, boolean plain) {}

    /** O(features × networks). */
    static FeatureTable of(List<Map<String, Double>> networks) {
        Map<String, double[]> values = new TreeMap<>();
        for (int i = 0; i < networks.size(); i++) {
            for (Map.Entry<String, Double> feature : networks.get(i).entrySet()) {
                values.computeIfAbsent(feature.getKey(), name -> new double[networks.size()])[i] = feature.getValue();
            }
        }
        Set<Integer> seen = new HashSet<>();
        List<Column> columns = values.entrySet().stream()
                .map(entry -> column(entry.getKey(), entry.getValue()))
                .filter(column -> column.support() >= LEAST_SUPPORT)
                .sorted(Comparator.comparing(Column::plain).reversed())
                .filter(column -> seen.add(shape(column)))
                .sorted(Comparator.comparing(Column::support).reversed())
                .limit(MOST)
                .sorted(Comparator.comparing(Column::plain).reversed().thenComparing(Column::name))
                .toList();
        return new FeatureTable(
                columns.stream().map(Column::name).toList(),
                columns.stream().mapToDouble(Column::mean).toArray(),
                columns.stream().mapToDouble(Column::deviation).toArray(),
                (int) columns.stream().filter(Column::plain).count());
    }

    private static Column column(String name, double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double square = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        boolean plain = LatencyFeatures.isPlain(name);
        return new Column(name, values, mean, Math.sqrt(square / values.length), support(values), plain);
    }

    /** How many values differ from the most common one. */
    private static int support(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int longest = 0;
        int begin = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[begin]) {
                longest = Math.max(longest, i - begin);
                begin = i;
            }
        }
        return sorted.length - longest;
    }

    /** Equal for columns that are multiples of each other. */
    private static int shape(Column column) {
        double first = 0;
        int hash = 1;
        for (double value : column.values()) {
            double standard = (value - column.mean()) / column.deviation();
            first = first == 0 && Math.abs(standard) > 1e-6 ? Math.signum(standard) : first;
            hash = 31 * hash + Long.hashCode(Math.round(standard * first * 1e5));
        }
        return hash;
    }

    int size() {
        return names.size();
    }

    double[] row(Map<String, Double> features) {
        double[] row = new double[names.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = (features.getOrDefault(names.get(i), 0.0) - means[i]) / deviations[i];
        }
        return row;
    }

    double[][] rows(List<Map<String, Double>> networks) {
        List<double[]> rows = new ArrayList<>(networks.size());
        networks.forEach(each -> rows.add(row(each)));
        return rows.toArray(double[][]::new);
    }
}
