package dev.skyline.hardware.lookup;

import dev.skyline.hardware.DataRow;
import dev.skyline.hardware.DataTable;
import dev.skyline.hardware.Units;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads {@code operator,ms[,spread][,count]}; a row {@code fixed} is the cost of an inference, 0 where there is none. */
public final class LookupTableReader {

    private static final String OPERATOR = "operator";
    private static final String MS = "ms";
    private static final String SPREAD = "spread";
    private static final String COUNT = "count";
    private static final List<String> VALID = List.of(OPERATOR, MS, SPREAD, COUNT);

    private LookupTableReader() {}

    /**
     * O(rows).
     *
     * @throws dev.skyline.plugin.InvalidSettings with the line and column of the first fault
     */
    public static LookupTable read(DataTable data) {
        Units.refuseOthers(data.columns(), MS);
        refuseOthers(data.columns());
        data.requireColumns(List.of(OPERATOR, MS), "");
        LookupRow fixed = null;
        Map<OperatorKey, LookupRow> rows = new LinkedHashMap<>();
        for (DataRow row : data.rows()) {
            String operator = row.text(OPERATOR);
            boolean again;
            if (operator.equals(LookupTable.FIXED)) {
                again = fixed != null;
                fixed = value(row);
            } else {
                again = rows.put(key(row), value(row)) != null;
            }
            if (again) {
                throw DataTable.fault(row.line(), OPERATOR, "'" + operator + "' stands twice");
            }
        }
        if (rows.isEmpty()) {
            throw DataTable.fault("there is no operator in it");
        }
        return new LookupTable(fixed == null ? LookupRow.of(0) : fixed, rows);
    }

    private static void refuseOthers(List<String> columns) {
        for (String column : columns) {
            if (!VALID.contains(column)) {
                throw DataTable.fault(
                        1,
                        column,
                        "there is no such column; valid are " + String.join(", ", VALID)
                                + ", and tables of other makers need the setting 'mapping'");
            }
        }
    }

    private static OperatorKey key(DataRow row) {
        try {
            return OperatorKey.parse(row.text(OPERATOR));
        } catch (IllegalArgumentException e) {
            throw DataTable.fault(row.line(), OPERATOR, e.getMessage());
        }
    }

    private static LookupRow value(DataRow row) {
        OptionalDouble spread = row.optional(SPREAD);
        if (spread.orElse(0) > LookupRow.MOST_SPREAD) {
            throw DataTable.fault(
                    row.line(), SPREAD, "is a share of the ms, such as 0.02 for 2 %, not " + row.text(SPREAD));
        }
        double count = row.optional(COUNT).orElse(1);
        if (count < 1 || count != (int) count) {
            throw DataTable.fault(row.line(), COUNT, "is a whole number from 1, not " + row.text(COUNT));
        }
        return new LookupRow(row.number(MS), spread, (int) count);
    }
}
