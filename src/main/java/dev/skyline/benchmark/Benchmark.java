package dev.skyline.benchmark;

import dev.skyline.metric.MetricKey;
import dev.skyline.plugin.PluginSpec;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A named table of results: what is known of it. Its rows lie in a file. Immutable.
 *
 * @param hash SHA-256 of its content: rows, search space, input and classes
 * @param searchSpace with all settings, or {@link #ROWS}
 * @param input shape of a sample: {@code [channels, height, width]} or {@code [features]}
 * @param columns the metrics that it has values of, in the order of the file
 * @param epochs for how many epochs there are rows, ascending
 * @param rows one for each architecture and number of epochs
 */
public record Benchmark(
        String name,
        String hash,
        PluginSpec searchSpace,
        List<Integer> input,
        int classes,
        List<MetricKey> columns,
        List<Integer> epochs,
        int rows,
        int architectures,
        Instant createdAt) {

    public static final String NAME_RULE = "1 to 64 lower-case letters, digits and hyphens";

    /** Type of the search space that consists of the architectures in the table and knows nothing else of them. */
    public static final String ROWS = "rows";

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

    public Benchmark {
        if (!isName(name)) {
            throw new IllegalArgumentException("'" + name + "' is no name of a benchmark: " + NAME_RULE);
        }
        input = List.copyOf(input);
        columns = List.copyOf(columns);
        epochs = List.copyOf(epochs);
        if (columns.isEmpty() || epochs.isEmpty() || architectures < 1 || rows < architectures) {
            throw new IllegalArgumentException("benchmark '" + name + "' is empty");
        }
    }

    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Names of the devices that it has columns for, in the order of the file. */
    public List<String> targets() {
        return columns.stream().flatMap(key -> key.target().stream()).distinct().toList();
    }
}
