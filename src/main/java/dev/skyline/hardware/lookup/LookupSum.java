package dev.skyline.hardware.lookup;

import dev.skyline.hardware.lookup.LookupReport.Entry;
import dev.skyline.hardware.lookup.LookupReport.Origin;
import dev.skyline.network.Network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up what a table says of a network. A block that the table has stands for its layers. */
public final class LookupSum {

    private final LookupTable table;
    private final Estimators estimators;

    /** O(rows). */
    public LookupSum(LookupTable table, Missing missing) {
        this.table = table;
        this.estimators = new Estimators(table, missing);
    }

    /** O(nodes²), for the folding of zeros, and O(rows) for each operator that the table does not have. */
    public LookupReport of(Network network) {
        List<Entry> entries = new ArrayList<>();
        counts(Execution.of(network)).forEach((key, count) -> entries.add(entry(key, count)));
        return new LookupReport(table.fixed(), entries);
    }

    private Map<OperatorKey, Integer> counts(List<Operator> operators) {
        Map<OperatorKey, Integer> counts = new LinkedHashMap<>();
        BitSet covered = new BitSet();
        for (Blocks.Block block : Blocks.of(operators)) {
            if (table.rows().containsKey(block.key())
                    && block.members().stream().noneMatch(covered::get)) {
                block.members().forEach(covered::set);
                counts.merge(block.key(), 1, Integer::sum);
            }
        }
        for (int i = 0; i < operators.size(); i++) {
            if (!covered.get(i)) {
                counts.merge(operators.get(i).key(), 1, Integer::sum);
            }
        }
        return counts;
    }

    private Entry entry(OperatorKey key, int count) {
        return table.find(key)
                .map(row -> new Entry(key, count, row.ms(), row.deviation(), Origin.FOUND))
                .or(() -> estimators
                        .estimate(key)
                        .map(estimate -> new Entry(key, count, estimate.ms(), estimate.deviation(), Origin.ESTIMATED)))
                .orElseGet(() -> new Entry(key, count, 0, 0, Origin.MISSING));
    }
}
