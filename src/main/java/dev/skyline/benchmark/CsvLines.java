package dev.skyline.benchmark;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** The lines of a CSV file (RFC 4180, but a quoted value ends in its line), each no longer than a bound. */
final class CsvLines implements Closeable {

    private static final char QUOTE = '"';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader reader;
    private final int longest;
    private final StringBuilder line = new StringBuilder();
    private long number;

    CsvLines(Reader reader, int longest) {
        this.reader = new BufferedReader(reader, 1 << 16);
        this.longest = longest;
    }

    /** Of the line read last, from 1. */
    long number() {
        return number;
    }

    /** The values of the next line that is not empty, stripped; null after the last one. */
    List<String> next() throws IOException {
        while (readLine()) {
            if (!line.isEmpty()) {
                return values();
            }
        }
        return null;
    }

    private boolean readLine() throws IOException {
        line.setLength(0);
        int c = reader.read();
        if (c < 0) {
            return false;
        }
        number++;
        if (number == 1 && c == BYTE_ORDER_MARK) {
            c = reader.read();
        }
        for (; c >= 0 && c != '\n'; c = reader.read()) {
            if (line.length() == longest) {
                throw InvalidBenchmark.at(number, "has more than " + longest + " characters");
            }
            line.append((char) c);
        }
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return true;
    }

    private List<String> values() {
        List<String> values = new ArrayList<>();
        int at = 0;
        while (at <= line.length()) {
            if (at < line.length() && line.charAt(at) == QUOTE) {
                at = quoted(at + 1, values);
            } else {
                int comma = line.indexOf(",", at);
                int end = comma < 0 ? line.length() : comma;
                values.add(line.substring(at, end).strip());
                at = end + 1;
            }
        }
        return values;
    }

    /** @return where the next value begins */
    private int quoted(int begin, List<String> values) {
        StringBuilder value = new StringBuilder();
        int at = begin;
        for (; at < line.length(); at++) {
            boolean quote = line.charAt(at) == QUOTE;
            if (quote && (at + 1 == line.length() || line.charAt(at + 1) != QUOTE)) {
                break;
            }
            at += quote ? 1 : 0;
            value.append(line.charAt(at));
        }
        if (at == line.length()) {
            throw InvalidBenchmark.at(number, "a quoted value does not end");
        }
        if (at + 1 < line.length() && line.charAt(at + 1) != ',') {
            throw InvalidBenchmark.at(number, "there is no comma after a quoted value");
        }
        values.add(value.toString().strip());
        return at + 2;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
