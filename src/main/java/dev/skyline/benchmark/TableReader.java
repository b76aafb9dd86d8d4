package dev.skyline.benchmark;

import dev.skyline.architecture.Architecture;
import dev.skyline.metric.MetricKey;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Reads a table and checks all of it. O(rows); the table is all that it holds. */
final class TableReader {

    private static final int MOST_EPOCHS = 1_000_000;

    private final BenchmarkLimits limits;
    private final Function<String, Architecture> parse;
    private String lastText;
    private Architecture last;

    /** @param parse of the search space; throws {@link IllegalArgumentException} */
    TableReader(BenchmarkLimits limits, Function<String, Architecture> parse) {
        this.limits = limits;
        this.parse = parse;
    }

    /**
     * @param csv in UTF-8
     * @throws InvalidBenchmark with the line and column of the first fault
     */
    BenchmarkTable read(InputStream csv) throws IOException {
        try (CsvLines lines =
                new CsvLines(new InputStreamReader(csv, StandardCharsets.UTF_8.newDecoder()), limits.line())) {
            List<String> names = lines.next();
            if (names == null) {
                throw InvalidBenchmark.file("the file is empty");
            }
            TableHeader header = TableHeader.of(names, limits);
            TableBuilder table = new TableBuilder(header.columns());
            for (List<String> values = lines.next(); values != null; values = lines.next()) {
                if (table.rows() == limits.rows()) {
                    throw InvalidBenchmark.file("has more than " + limits.rows() + " rows");
                }
                readRow(lines.number(), header, values, table);
            }
            if (table.rows() == 0) {
                throw InvalidBenchmark.file("there is no row under the header");
            }
            return table.build();
        } catch (CharacterCodingException e) {
            throw InvalidBenchmark.file("is not text in UTF-8");
        }
    }

    private void readRow(long line, TableHeader header, List<String> values, TableBuilder table) {
        if (values.size() != header.names().size()) {
            throw InvalidBenchmark.at(
                    line,
                    "has " + values.size() + " values, but the header names "
                            + header.names().size() + " columns");
        }
        Architecture architecture;
        try {
            architecture = parsed(values.get(header.architecture()));
        } catch (IllegalArgumentException e) {
            throw InvalidBenchmark.at(line, TableHeader.ARCHITECTURE, e.getMessage());
        }
        int epochs = header.epochs() < 0 ? 1 : epochs(line, values.get(header.epochs()));
        if (!table.begin(architecture, epochs)) {
            throw InvalidBenchmark.at(
                    line,
                    TableHeader.ARCHITECTURE,
                    "'" + architecture + "' stands twice" + (header.epochs() < 0 ? "" : " for " + epochs + " epochs"));
        }
        for (int i = 0; i < values.size(); i++) {
            if (header.metrics()[i] != null) {
                table.add(value(line, header.metrics()[i], values.get(i)));
            }
        }
    }

    /** The rows of an architecture mostly stand together, and some spaces take long to parse. */
    private Architecture parsed(String text) {
        if (!text.equals(lastText)) {
            last = parse.apply(text);
            lastText = text;
        }
        return last;
    }

    private static int epochs(long line, String text) {
        try {
            int epochs = Integer.parseInt(text);
            if (epochs >= 1 && epochs <= MOST_EPOCHS) {
                return epochs;
            }
        } catch (NumberFormatException e) {
            // told below, with what is out of range
        }
        throw InvalidBenchmark.at(
                line, TableHeader.EPOCHS, "'" + text + "' is no number of epochs from 1 to " + MOST_EPOCHS);
    }

    private static double value(long line, MetricKey key, String text) {
        double value = number(text);
        if (!Double.isFinite(value)) {
            throw InvalidBenchmark.at(line, key.toString(), "'" + text + "' is no finite number");
        }
        boolean ratio = key.metric().unit().equals("ratio");
        if (value < 0 || ratio && value > 1) {
            throw InvalidBenchmark.at(
                    line, key.toString(), text + (ratio ? " is no ratio from 0 to 1" : " is negative"));
        }
        return value;
    }

    /** NaN for what is no number; Java would take {@code 1d} and {@code 0x1p3} for one. */
    private static double number(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
