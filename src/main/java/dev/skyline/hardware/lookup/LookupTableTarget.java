package dev.skyline.hardware.lookup;

import dev.skyline.architecture.Architecture;
import dev.skyline.hardware.DataTable;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.Kept;
import dev.skyline.hardware.ModelledTarget;
import dev.skyline.hardware.TargetContext;
import dev.skyline.hardware.TargetDocuments;
import dev.skyline.metric.Interval;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurement.Source;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.network.Network;
import dev.skyline.plugin.Plugin;

import java.util.Optional;
import java.util.function.Supplier;

/** A device of which a table says what each operator costs. It knows nothing of networks with missing operators. */
public final class LookupTableTarget implements ModelledTarget {

    static final String DATA =
            "a CSV with the columns operator and ms, and if wished spread and count; or name in the setting 'on' what to"
                    + " measure it on";
    private static final int KEPT = 16;

    private final MetricKey latency;
    private final Optional<LookupSum> sum;

    private record Table(String data, Mapping mapping, String column, Missing missing) {}

    private LookupTableTarget(String name, Optional<LookupSum> sum) {
        this.latency = MetricKey.of(Metric.LATENCY, name);
        this.sum = sum;
    }

    public static Plugin<LookupTableSettings, TargetContext, HardwareTarget> plugin(TargetDocuments documents) {
        Kept<Table, LookupSum> sums = new Kept<>(KEPT, source -> read(source, documents));
        return new Plugin<>(
                "lookup-table",
                "A sum over the operators of a network, of which a table says what each costs.",
                "Wu et al. 2019, FBNet, CVPR, section 3.3; Cai et al. 2019, ProxylessNAS, ICLR, appendix B",
                LookupTableSettings.class,
                (settings, context) -> create(settings, context, sums));
    }

    private static LookupTableTarget create(
            LookupTableSettings settings, TargetContext context, Kept<Table, LookupSum> sums) {
        if (context.data().isEmpty() && settings.isCalibrated()) {
            return new LookupTableTarget(context.name(), Optional.empty());
        }
        Table source = new Table(context.requireData(DATA), settings.mapping(), settings.column(), settings.missing());
        return new LookupTableTarget(context.name(), Optional.of(sums.get(source)));
    }

    private static LookupSum read(Table source, TargetDocuments documents) {
        DataTable data = DataTable.read(documents.read(source.data()));
        return new LookupSum(source.mapping().read(data, source.column()), source.missing());
    }

    @Override
    public Optional<Measurements> predict(Architecture architecture, Supplier<Network> network) {
        return report(network).filter(LookupReport::isComplete).map(found -> Measurements.of(measurement(found)));
    }

    /** What the table says of a network, operator by operator; empty before the table is measured. */
    public Optional<LookupReport> report(Supplier<Network> network) {
        return sum.map(table -> table.of(network.get()));
    }

    private Measurement measurement(LookupReport report) {
        double total = report.total();
        double halfWidth = report.halfWidth();
        return halfWidth > 0
                ? Measurement.predicted(latency, total, new Interval(Math.max(0, total - halfWidth), total + halfWidth))
                : Measurement.of(latency, total, Source.PREDICTED);
    }
}
