package dev.skyline.benchmark;

import dev.skyline.architecture.Architecture;
import dev.skyline.architecture.ArchitectureId;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurement.Source;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.MetricKey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a benchmark, in memory. Immutable. */
public final class BenchmarkTable {

    private final List<MetricKey> columns;
    private final List<Architecture> architectures;
    private final Map<String, Integer> byText;
    private final Map<ArchitectureId, Integer> byId;
    private final int[] begin;
    private final int[] epochs;
    private final List<Integer> distinctEpochs;
    private final double[] values;

    /**
     * @param begin for each architecture the first of its rows, and at the end the number of rows
     * @param epochs of each row, ascending among those of an architecture
     * @param values row by row
     */
    BenchmarkTable(
            List<MetricKey> columns,
            List<Architecture> architectures,
            Map<String, Integer> byText,
            int[] begin,
            int[] epochs,
            double[] values) {
        this.columns = columns;
        this.architectures = List.copyOf(architectures);
        this.byText = byText;
        this.begin = begin;
        this.epochs = epochs;
        this.distinctEpochs = Arrays.stream(epochs).distinct().sorted().boxed().toList();
        this.values = values;
        this.byId = new HashMap<>(2 * architectures.size());
        for (int i = 0; i < architectures.size(); i++) {
            byId.putIfAbsent(architectures.get(i).id(), i);
        }
    }

    public List<MetricKey> columns() {
        return columns;
    }

    /** Every architecture once, in the order of the file. */
    public List<Architecture> architectures() {
        return architectures;
    }

    /** The one of this text. */
    public Optional<Architecture> architecture(String text) {
        return Optional.ofNullable(byText.get(text)).map(architectures::get);
    }

    public int rows() {
        return epochs.length;
    }

    /** For how many epochs there are rows, ascending. */
    public List<Integer> epochs() {
        return distinctEpochs;
    }

    /**
     * What the table says of an architecture, or of the first one with its identity where its own text has no row: the row
     * of this number of epochs, or else of the greatest number below, or else the first. O(rows of the architecture).
     */
    public Optional<Measurements> find(Architecture architecture, int trained) {
        Integer place = byText.getOrDefault(architecture.text(), byId.get(architecture.id()));
        if (place == null) {
            return Optional.empty();
        }
        int row = begin[place];
        while (row + 1 < begin[place + 1] && epochs[row + 1] <= trained) {
            row++;
        }
        List<Measurement> found = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            found.add(Measurement.of(columns.get(i), values[row * columns.size() + i], Source.TABLE));
        }
        return Optional.of(Measurements.of(found));
    }
}
