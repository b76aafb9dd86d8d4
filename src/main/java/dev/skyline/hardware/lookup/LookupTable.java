package dev.skyline.hardware.lookup;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What each operator costs on a device, and each inference besides.
 *
 * @param fixed of an inference, whatever the network
 */
public record LookupTable(LookupRow fixed, Map<OperatorKey, LookupRow> rows) {

    /** In the place of an operator: the fixed cost of an inference. */
    public static final String FIXED = "fixed";

    private static final String HEADER = "operator,ms,spread,count\n";

    public LookupTable {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    public Optional<LookupRow> find(OperatorKey key) {
        return Optional.ofNullable(rows.get(key));
    }

    /** As CSV, which {@link LookupTableReader} reads. */
    public String write() {
        StringBuilder csv = new StringBuilder(HEADER);
        line(csv, FIXED, fixed);
        rows.forEach((key, row) -> line(csv, key.text(), row));
        return csv.toString();
    }

    private static void line(StringBuilder csv, String operator, LookupRow row) {
        csv.append(operator).append(',').append(row.ms()).append(',');
        row.spread().ifPresent(csv::append);
        csv.append(',').append(row.count()).append('\n');
    }
}
