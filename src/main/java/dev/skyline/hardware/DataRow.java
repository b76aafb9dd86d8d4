package dev.skyline.hardware;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A row of a target's data.
 *
 * @param line in the file, from 1
 * @param columns names of the values
 */
public record DataRow(long line, List<String> columns, List<String> values) {

    /** The text of a column; empty where it is blank or there is no such column. */
    public String text(String column) {
        int place = columns.indexOf(column);
        return place < 0 ? "" : values.get(place);
    }

    /**
     * A finite number from 0.
     *
     * @throws dev.skyline.plugin.InvalidSettings where it is something else, or blank
     */
    public double number(String column) {
        String text = text(column);
        double value = parsed(text);
        if (!Double.isFinite(value)) {
            throw DataTable.fault(line, column, text.isEmpty() ? "is blank" : "'" + text + "' is no finite number");
        }
        if (value < 0) {
            throw DataTable.fault(line, column, text + " is negative");
        }
        return value + 0.0;
    }

    /**
     * A finite number from 0; empty where it is blank or there is no such column.
     *
     * @throws dev.skyline.plugin.InvalidSettings where it is something else
     */
    public OptionalDouble optional(String column) {
        return text(column).isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(number(column));
    }

    /** NaN for what is no number; Java would take {@code 1d} and {@code 0x1p3} for one. */
    private static double parsed(String text) {
        if (text.isEmpty() || !text.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0)) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
