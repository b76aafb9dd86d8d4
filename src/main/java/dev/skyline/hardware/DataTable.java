package dev.skyline.hardware;

import dev.skyline.plugin.InvalidSettings;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * The CSV that a target rests on: RFC 4180, UTF-8, a header and one row or more. Faults are refusals of the field
 * {@code data} that name line and column.
 */
public record DataTable(List<String> columns, List<DataRow> rows) {

    public static final int MOST_ROWS = 500_000;

    static final String FIELD = "data";

    private static final int LONGEST = 300;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    public DataTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * O(bytes).
     *
     * @throws InvalidSettings where it is no such table
     */
    public static DataTable read(byte[] csv) {
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(csv))
                    .toString());
        } catch (CharacterCodingException e) {
            throw fault("is not text in UTF-8");
        }
    }

    /**
     * O(characters).
     *
     * @throws InvalidSettings where it is no such table
     */
    public static DataTable read(String csv) {
        String text = !csv.isEmpty() && csv.charAt(0) == BYTE_ORDER_MARK ? csv.substring(1) : csv;
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get()) {
            return read(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataTable read(CSVParser parser) throws IOException {
        try {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                throw fault("there is no line in it");
            }
            List<String> columns = header(records.next().toList());
            List<DataRow> rows = new ArrayList<>();
            while (records.hasNext()) {
                CSVRecord record = records.next();
                long line = parser.getCurrentLineNumber();
                if (record.size() != columns.size()) {
                    throw fault(line, record.size() + " values, but the header names " + columns.size() + " columns");
                }
                if (rows.size() == MOST_ROWS) {
                    throw fault("has more than " + MOST_ROWS + " rows");
                }
                rows.add(new DataRow(line, columns, record.toList()));
            }
            if (rows.isEmpty()) {
                throw fault("there is no row under the header");
            }
            return new DataTable(columns, rows);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw fault(parser.getCurrentLineNumber(), e.getCause().getMessage());
            }
            throw e.getCause();
        }
    }

    private static List<String> header(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isEmpty()) {
                throw fault(1, "a column has no name");
            }
            if (!seen.add(name)) {
                throw fault(1, "the column '" + name + "' stands twice");
            }
        }
        return names;
    }

    /**
     * @param why follows the name of the first one that is missing; may be empty
     * @throws InvalidSettings where one is missing
     */
    public void requireColumns(List<String> names, String why) {
        for (String name : names) {
            if (!columns.contains(name)) {
                throw fault(1, "there is no column '" + name + "'" + why);
            }
        }
    }

    /** What is wrong with the whole. */
    public static InvalidSettings fault(String what) {
        return refused(FIELD, what);
    }

    /** What is wrong with a setting that says how the table is to be read. */
    public static InvalidSettings refused(String setting, String what) {
        return new InvalidSettings(setting, printable(what));
    }

    /** @param line from 1 */
    public static InvalidSettings fault(long line, String what) {
        return fault("line " + line + ": " + what);
    }

    /** @param line from 1 */
    public static InvalidSettings fault(long line, String column, String what) {
        return fault("line " + line + ", column '" + column + "': " + what);
    }

    // What is quoted comes from a client: it could be of any length, or write lines into a log.
    private static String printable(String text) {
        String clean = text.replaceAll("[\\p{Cc}\\p{Cf}]", "\uFFFD");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }
}
