package dev.skyline.benchmark;

import dev.skyline.architecture.Architecture;
import dev.skyline.metric.MetricKey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Collects the rows of a table. */
final class TableBuilder {

    private final List<MetricKey> columns;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Architecture> architectures = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();
    private int[] place = new int[1024];
    private int[] epochs = new int[1024];
    private double[] values = new double[1024];
    private int rows;
    private int count;

    TableBuilder(List<MetricKey> columns) {
        this.columns = columns;
    }

    int rows() {
        return rows;
    }

    /**
     * Begins a row, to which a value for each column has to be added.
     *
     * @return false where there is such a row already
     */
    boolean begin(Architecture architecture, int trained) {
        Integer known = places.putIfAbsent(architecture.text(), architectures.size());
        if (known == null) {
            architectures.add(architecture);
        }
        int at = known == null ? architectures.size() - 1 : known;
        if (!seen.add((long) at << Integer.SIZE | trained)) {
            return false;
        }
        if (rows == place.length) {
            place = Arrays.copyOf(place, 2 * rows);
            epochs = Arrays.copyOf(epochs, 2 * rows);
        }
        place[rows] = at;
        epochs[rows++] = trained;
        return true;
    }

    void add(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = value;
    }

    /** O(rows log rows). */
    BenchmarkTable build() {
        int width = columns.size();
        int[] order = IntStream.range(0, rows)
                .mapToObj(row -> row)
                .sorted((a, b) -> place[a] != place[b]
                        ? Integer.compare(place[a], place[b])
                        : Integer.compare(epochs[a], epochs[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] begin = new int[architectures.size() + 1];
        int[] trained = new int[rows];
        double[] sorted = new double[rows * width];
        for (int i = 0; i < rows; i++) {
            begin[place[order[i]] + 1] = i + 1;
            trained[i] = epochs[order[i]];
            System.arraycopy(values, order[i] * width, sorted, i * width, width);
        }
        return new BenchmarkTable(columns, architectures, places, begin, trained, sorted);
    }
}
