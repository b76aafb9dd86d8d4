package dev.skyline;

import org.junit.jupiter.api.Assumptions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Published benchmark tables, which the project does not ship. They are looked for in the folder that the system property
 * {@code skyline.benchmarks} or the variable {@code SKYLINE_BENCHMARKS} names, then in {@code ../shared/benchmarks}.
 */
public final class Benchmarks {

    private Benchmarks() {}

    /** The rows of a gzipped CSV, by column name; the test is skipped where the file is missing. */
    public static List<Map<String, String>> rows(String file) throws IOException {
        Path path = path(file);
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            String[] names = reader.readLine().split(",");
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] values = line.split(",", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < names.length; i++) {
                    row.put(names[i], values[i]);
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** Where the file is; the test is skipped where it is missing. */
    public static Path path(String file) {
        return Stream.of(
                        System.getProperty("skyline.benchmarks"),
                        System.getenv("SKYLINE_BENCHMARKS"),
                        "../shared/benchmarks")
                .filter(folder -> folder != null)
                .map(folder -> Path.of(folder, file))
                .filter(Files::isReadable)
                .findFirst()
                .orElseGet(() -> Assumptions.abort("the table " + file
                        + " is not here; name its folder in SKYLINE_BENCHMARKS to check against it"));
    }
}
