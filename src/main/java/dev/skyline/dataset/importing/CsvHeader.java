package dev.skyline.dataset.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The first line of a CSV file.
 *
 * @param label position of the label among the columns, from 0
 * @param features names of the other columns, in order
 */
record CsvHeader(int label, List<String> features) {

    private static final List<String> LABELS = List.of("label", "class", "target", "species");

    /** @param wanted name of the label column; null takes the first there is of label, class, target and species, else the last */
    static CsvHeader of(List<String> columns, String wanted) {
        requireNames(columns);
        int label = labelOf(columns, wanted);
        List<String> features = new ArrayList<>(columns);
        features.remove(label);
        if (features.isEmpty()) {
            throw InvalidDataset.at("line 1", "there is no column beside the label");
        }
        return new CsvHeader(label, features);
    }

    int columns() {
        return features.size() + 1;
    }

    /** Name of a column other than the label; columns from 0. */
    String name(int column) {
        return features.get(column < label ? column : column - 1);
    }

    private static void requireNames(List<String> columns) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            String where = "line 1, column " + (i + 1);
            Names.require(where, "column", columns.get(i));
            if (!seen.add(columns.get(i))) {
                throw InvalidDataset.at(where, "a second column '" + columns.get(i) + "'");
            }
        }
    }

    private static int labelOf(List<String> columns, String wanted) {
        if (wanted != null) {
            int named = columns.indexOf(wanted);
            if (named < 0) {
                throw InvalidDataset.field(
                        "label", "there is no column '" + wanted + "'; the columns are " + String.join(", ", columns));
            }
            return named;
        }
        for (String usual : LABELS) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).equalsIgnoreCase(usual)) {
                    return i;
                }
            }
        }
        int last = columns.size() - 1;
        if (last > 0 && columns.subList(0, last).stream().allMatch(Numbers::isNumber)) {
            throw InvalidDataset.at("line 1", "holds numbers; the first line must name the columns");
        }
        return last;
    }
}
