package dev.skyline.hardware.roofline;

import dev.skyline.architecture.Architecture;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.ModelledTarget;
import dev.skyline.hardware.TargetContext;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurement.Source;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.network.Network;
import dev.skyline.plugin.Plugin;

import java.util.Optional;
import java.util.function.Supplier;

/** A device of which no more is known than its data sheet. What it says is a model, and no interval is known of it. */
public final class RooflineTarget implements ModelledTarget {

    public static final Plugin<RooflineSettings, TargetContext, HardwareTarget> PLUGIN = new Plugin<>(
            "roofline",
            "A model of a device from its data sheet: arithmetic or memory, whichever takes longer, and an overhead.",
            "Williams, Waterman and Patterson 2009, Roofline, Communications of the ACM 52(4)",
            RooflineSettings.class,
            (settings, context) -> new RooflineTarget(context.name(), settings.roofline()));

    private static final double MILLIS_IN_SECOND = 1000;

    private final String name;
    private final Roofline roofline;

    private RooflineTarget(String name, Roofline roofline) {
        this.name = name;
        this.roofline = roofline;
    }

    /** Latency, and as throughput what follows from it. */
    @Override
    public Optional<Measurements> predict(Architecture architecture, Supplier<Network> network) {
        double millis = roofline.millis(network.get());
        double throughput = roofline.batchSize() * MILLIS_IN_SECOND / millis;
        return Optional.of(Measurements.of(
                Measurement.of(MetricKey.of(Metric.LATENCY, name), millis, Source.PREDICTED),
                Measurement.of(MetricKey.of(Metric.THROUGHPUT, name), throughput, Source.PREDICTED)));
    }
}
