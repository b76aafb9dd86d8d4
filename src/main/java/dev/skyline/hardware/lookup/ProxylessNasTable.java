package dev.skyline.hardware.lookup;

import dev.skyline.hardware.DataRow;
import dev.skyline.hardware.DataTable;
import dev.skyline.hardware.Units;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Shape.Image;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table {@code block,input,output,expand,kernel,stride,idskip,mean_ms,var,count}, as ProxylessNAS (Cai et al. 2019)
 * published for a Pixel 1: {@code Conv} is a convolution 3×3, {@code Conv_1} one of 1×1, {@code expanded_conv} an
 * inverted residual and {@code Logits} the classifier. Shapes stand as height × width × channels. There is no fixed cost.
 */
final class ProxylessNasTable {

    private static final String BLOCK = "block";
    private static final String INPUT = "input";
    private static final String OUTPUT = "output";
    private static final String MEAN = "mean_ms";
    private static final List<String> COLUMNS =
            List.of(BLOCK, INPUT, OUTPUT, "expand", "kernel", "stride", "idskip", MEAN, "var", "count");

    private final DataRow row;

    private ProxylessNasTable(DataRow row) {
        this.row = row;
    }

    static LookupTable read(DataTable data) {
        Units.refuseOthers(data.columns(), MEAN);
        data.requireColumns(COLUMNS, ", which a table of ProxylessNAS has");
        Map<OperatorKey, LookupRow> rows = new LinkedHashMap<>();
        for (DataRow row : data.rows()) {
            ProxylessNasTable each = new ProxylessNasTable(row);
            OperatorKey key = each.key();
            LookupRow value = LookupRow.normal(row.number(MEAN), row.number("var"), each.whole("count"));
            if (rows.put(key, value) != null) {
                throw DataTable.fault(row.line(), BLOCK, "another row describes the same operator: " + key);
            }
        }
        return new LookupTable(LookupRow.of(0), rows);
    }

    private OperatorKey key() {
        try {
            return switch (row.text(BLOCK)) {
                case "Conv" -> convolution(3);
                case "Conv_1" -> convolution(1);
                case "Logits" -> new ClassifierKey(image(INPUT), whole(OUTPUT));
                case "expanded_conv" -> block();
                default ->
                    throw DataTable.fault(
                            row.line(),
                            BLOCK,
                            "'" + row.text(BLOCK) + "' is none of Conv, Conv_1, Logits, expanded_conv");
            };
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw DataTable.fault(row.line(), e.getMessage());
        }
    }

    private LayerKey convolution(int kernel) {
        Image in = image(INPUT);
        Image out = image(OUTPUT);
        int stride = (in.height() + out.height() - 1) / out.height();
        LayerKey key = new LayerKey(new Convolution(out.channels(), kernel, stride, true), List.of(in));
        if (!key.output().equals(out)) {
            throw DataTable.fault(row.line(), OUTPUT, "no stride leads there from " + row.text(INPUT));
        }
        return key;
    }

    private BlockKey block() {
        Image in = image(INPUT);
        int expand = whole("expand");
        return new BlockKey(
                in,
                image(OUTPUT),
                expand == 1 ? 0 : Math.multiplyExact(expand, in.channels()),
                whole("kernel"),
                whole("stride"),
                1,
                row.number("idskip") == 1);
    }

    private Image image(String column) {
        String[] sizes = row.text(column).split("x", -1);
        if (sizes.length != 3) {
            throw DataTable.fault(
                    row.line(), column, "'" + row.text(column) + "' is no height x width x channels, such as 56x56x24");
        }
        return new Image(whole(column, sizes[2]), whole(column, sizes[0]), whole(column, sizes[1]));
    }

    private int whole(String column) {
        return whole(column, row.text(column));
    }

    private int whole(String column, String text) {
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < 1) {
            throw DataTable.fault(row.line(), column, "'" + text + "' is no whole number from 1 to 999999");
        }
        return Integer.parseInt(text);
    }
}
