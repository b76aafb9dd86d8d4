package dev.skyline.hardware.table;

import dev.skyline.architecture.Architecture;
import dev.skyline.hardware.DataTable;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.Kept;
import dev.skyline.hardware.ModelledTarget;
import dev.skyline.hardware.TargetContext;
import dev.skyline.hardware.TargetDocuments;
import dev.skyline.metric.Measurements;
import dev.skyline.network.Network;
import dev.skyline.plugin.Plugin;

import java.util.Optional;
import java.util.function.Supplier;

/** A device of which a table says what each architecture costs. It knows nothing of others. */
public final class TableTarget implements ModelledTarget {

    static final String DATA =
            "a CSV with the columns architecture and latency (ms), and if wished throughput and energy; or name a"
                    + " 'benchmark' or an 'experiment' that has the latencies";
    private static final int KEPT = 8;

    private final String name;
    private final ArchitectureTable table;

    private record Source(String data, String device) {}

    private TableTarget(String name, ArchitectureTable table) {
        this.name = name;
        this.table = table;
    }

    public static Plugin<TableSettings, TargetContext, HardwareTarget> plugin(TargetDocuments documents) {
        Kept<Source, ArchitectureTable> tables = new Kept<>(
                KEPT, source -> ArchitectureTable.read(DataTable.read(documents.read(source.data())), source.device()));
        return new Plugin<>(
                "table",
                "What a table says of each architecture, by its canonical text or its id.",
                "",
                TableSettings.class,
                (settings, context) -> new TableTarget(
                        context.name(),
                        tables.get(new Source(context.requireData(DATA), settings.device(context.name())))));
    }

    @Override
    public Optional<Measurements> predict(Architecture architecture, Supplier<Network> network) {
        return table.find(architecture, name);
    }

    @Override
    public boolean needsNetwork() {
        return false;
    }
}
