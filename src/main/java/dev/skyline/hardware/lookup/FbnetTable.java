package dev.skyline.hardware.lookup;

import dev.skyline.hardware.DataRow;
import dev.skyline.hardware.DataTable;
import dev.skyline.hardware.Units;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table {@code layer,op,<device>_ms,…}: by how much each choice for each of the 22 layers exceeds that layer's skip, and in
 * a row {@code -1,all_skip_total} what the network of skips takes. That total becomes the fixed cost, what it contains
 * (stem, convolutions of skips that change the shape, head) costs 0, and each choice is a block.
 */
final class FbnetTable {

    private static final String LAYER = "layer";
    private static final String OP = "op";
    private static final String SUFFIX = "_ms";
    private static final String TOTAL = "all_skip_total";
    private static final Pattern CHOICE = Pattern.compile("k([0-9]{1,2})_e([0-9]{1,2})(?:_g([0-9]{1,2}))?");

    private final FbnetSkeleton skeleton;
    private final List<FbnetSkeleton.Place> places;
    private final String device;
    private final Map<OperatorKey, LookupRow> rows = new LinkedHashMap<>();
    private LookupRow fixed;

    /** @param device column of its latencies, with or without {@code _ms} */
    FbnetTable(FbnetSkeleton skeleton, String device) {
        this.skeleton = skeleton;
        this.places = skeleton.places();
        this.device = device;
    }

    LookupTable read(DataTable data) {
        Units.refuseOthers(data.columns(), device + SUFFIX);
        data.requireColumns(List.of(LAYER, OP), ", which a table of FBNet has");
        String column = column(data.columns());
        free(skeleton.stem());
        places.stream().filter(place -> !place.keepsShape()).forEach(place -> free(place.skip()));
        skeleton.head().forEach(this::free);
        for (DataRow row : data.rows()) {
            if (row.text(OP).equals(TOTAL)) {
                if (fixed != null) {
                    throw DataTable.fault(row.line(), OP, "'" + TOTAL + "' stands twice");
                }
                fixed = LookupRow.of(row.number(column));
            } else {
                add(row, column);
            }
        }
        if (fixed == null) {
            throw DataTable.fault("there is no row '" + TOTAL + "'");
        }
        return new LookupTable(fixed, rows);
    }

    private String column(List<String> columns) {
        return columns.stream()
                .filter(name -> name.equals(device) || name.equals(device + SUFFIX))
                .filter(name -> name.endsWith(SUFFIX))
                .findFirst()
                .orElseThrow(() -> DataTable.refused(
                        "column",
                        "names none of the devices of the table; valid are "
                                + String.join(
                                        ", ",
                                        columns.stream()
                                                .filter(name -> name.endsWith(SUFFIX))
                                                .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                                                .toList())));
    }

    private void free(OperatorKey key) {
        rows.put(key, LookupRow.of(0));
    }

    private void add(DataRow row, String column) {
        LookupRow value = LookupRow.of(row.number(column));
        BlockKey key = block(row);
        LookupRow before = rows.put(key, value);
        if (before != null && !before.equals(value)) {
            throw DataTable.fault(
                    row.line(), column, "is " + value.ms() + ", but another layer has " + before.ms() + " for " + key);
        }
    }

    private BlockKey block(DataRow row) {
        Matcher choice = CHOICE.matcher(row.text(OP));
        if (!choice.matches()) {
            throw DataTable.fault(row.line(), OP, "'" + row.text(OP) + "' is no choice such as k3_e6 or k5_e1_g2");
        }
        FbnetSkeleton.Place place = place(row);
        int groups = choice.group(3) == null ? 1 : Integer.parseInt(choice.group(3));
        try {
            return new BlockKey(
                    place.in(),
                    place.out(),
                    place.in().channels() * Integer.parseInt(choice.group(2)),
                    Integer.parseInt(choice.group(1)),
                    place.stride(),
                    groups,
                    place.keepsShape());
        } catch (IllegalArgumentException e) {
            throw DataTable.fault(row.line(), OP, e.getMessage());
        }
    }

    private FbnetSkeleton.Place place(DataRow row) {
        String layer = row.text(LAYER);
        if (!layer.matches("[0-9]{1,2}") || Integer.parseInt(layer) >= places.size()) {
            throw DataTable.fault(row.line(), LAYER, "'" + layer + "' is no layer from 0 to " + (places.size() - 1));
        }
        return places.get(Integer.parseInt(layer));
    }
}
