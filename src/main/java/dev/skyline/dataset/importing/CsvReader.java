package dev.skyline.dataset.importing;

import dev.skyline.dataset.Schema;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/**
 * Reads a table: CSV in UTF-8, gzipped or not, separated by comma, semicolon or tab, with a header, a label column and
 * otherwise finite numbers.
 */
final class CsvReader implements DatasetReader {

    private static final int LONGEST_HEADER = 1 << 20;

    private final UploadedFile file;
    private final String label;

    /** @param label name of the label column; null finds it, see {@link CsvHeader} */
    CsvReader(UploadedFile file, String label) {
        this.file = file;
        this.label = label;
    }

    @Override
    public Schema readInto(SampleSink sink) throws IOException {
        try (InputStream bytes = file.unpacked();
                RecordBound bound = new RecordBound(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
                BufferedReader text = new BufferedReader(bound)) {
            return read(text, bound, sink);
        } catch (CharacterCodingException e) {
            throw InvalidDataset.file("is not text in UTF-8");
        }
    }

    private Schema read(BufferedReader text, RecordBound bound, SampleSink sink) throws IOException {
        skipByteOrderMark(text);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        CSVParser parser = CSVParser.builder().setReader(text).setFormat(format).get();
        try {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                throw InvalidDataset.file("there is no line in it");
            }
            CsvHeader header = CsvHeader.of(records.next().toList(), label);
            requireAtMost(sink.limits().features(), header);
            ByteBuffer values =
                    ByteBuffer.allocate(Float.BYTES * header.features().size());
            while (records.hasNext()) {
                CSVRecord record = records.next();
                bound.nextRecord();
                readRecord(record, parser.getCurrentLineNumber(), header, values.clear());
                sink.append("line " + parser.getCurrentLineNumber(), record.get(header.label()), values.array());
            }
            return new Schema.Table(header.features());
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw InvalidDataset.at(
                        "line " + parser.getCurrentLineNumber(),
                        "is no CSV: " + e.getCause().getMessage());
            }
            throw e.getCause();
        }
    }

    private static void readRecord(CSVRecord record, long line, CsvHeader header, ByteBuffer values) {
        if (record.size() != header.columns()) {
            throw InvalidDataset.at(
                    "line " + line,
                    "has " + record.size() + " values, but the header names " + header.columns() + " columns");
        }
        if (record.get(header.label()).isEmpty()) {
            throw InvalidDataset.at("line " + line, "the label is missing");
        }
        for (int column = 0; column < record.size(); column++) {
            if (column == header.label()) {
                continue;
            }
            try {
                values.putFloat(Numbers.parse(record.get(column)));
            } catch (NumberFormatException e) {
                throw InvalidDataset.at("line " + line + ", column '" + header.name(column) + "'", e.getMessage());
            }
        }
    }

    private static void requireAtMost(int limit, CsvHeader header) {
        if (header.features().size() > limit) {
            throw InvalidDataset.at(
                    "line 1",
                    "names " + header.features().size() + " columns beside the label; " + limit + " are the most");
        }
    }

    private static void skipByteOrderMark(Reader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
    }

    /** The one that stands in the first line most often. */
    private static char delimiter(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        int[] counts = new int[128];
        int read = 0;
        for (int c = text.read(); c >= 0 && c != '\n' && ++read < LONGEST_HEADER; c = text.read()) {
            if (c < counts.length) {
                counts[c]++;
            }
        }
        text.reset();
        return List.of(',', ';', '\t').stream()
                .max((one, other) -> Integer.compare(counts[one], counts[other]))
                .orElseThrow();
    }
}
