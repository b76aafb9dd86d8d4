package dev.skyline.hardware.predictor;

import dev.skyline.architecture.Architecture;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.Kept;
import dev.skyline.hardware.ModelledTarget;
import dev.skyline.hardware.TargetContext;
import dev.skyline.hardware.TargetDocuments;
import dev.skyline.metric.Interval;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.network.Network;
import dev.skyline.plugin.Plugin;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A device whose latency is learned from measured architectures, and told with an interval. */
public final class PredictorTarget implements ModelledTarget {

    static final String DATA =
            "a CSV with the columns architecture and latency (ms), and if wished those of other devices; or name a"
                    + " 'benchmark' or an 'experiment' that has the latencies, or in the setting 'on' what to measure it"
                    + " on";
    private static final int KEPT = 16;

    private final MetricKey latency;
    private final Optional<Supplier<LatencyPredictor>> predictor;

    private record Source(String data, String device, PredictorSettings settings) {}

    private record Sources(
            Kept<Source, PredictorData> data,
            Kept<Source, LatencyPredictor> predictors,
            Function<PredictorSettings, Architectures> spaces) {}

    private PredictorTarget(String name, Optional<Supplier<LatencyPredictor>> predictor) {
        this.latency = MetricKey.of(Metric.LATENCY, name);
        this.predictor = predictor;
    }

    /** @param spaces the search space that settings name, or {@link dev.skyline.plugin.InvalidSettings} */
    public static Plugin<PredictorSettings, TargetContext, HardwareTarget> plugin(
            TargetDocuments documents, Function<PredictorSettings, Architectures> spaces) {
        Kept<Source, PredictorData> data = new Kept<>(KEPT, source -> read(source, documents, spaces));
        Kept<Source, LatencyPredictor> predictors = new Kept<>(
                KEPT,
                source -> Learning.learn(
                        data.get(source),
                        spaces.apply(source.settings())::decode,
                        source.settings().seed()));
        Sources sources = new Sources(data, predictors, spaces);
        return new Plugin<>(
                "predictor",
                "Learned from measured architectures, with intervals; from about ten where other devices are known.",
                "Lei et al. 2018, Distribution-Free Predictive Inference for Regression, JASA; Lee et al. 2021, HELP,"
                        + " NeurIPS",
                PredictorSettings.class,
                (settings, context) -> create(settings, context, sources));
    }

    private static PredictorTarget create(PredictorSettings settings, TargetContext context, Sources sources) {
        sources.spaces().apply(settings);
        if (context.data().isEmpty() && settings.isCalibrated()) {
            return new PredictorTarget(context.name(), Optional.empty());
        }
        Source source = new Source(context.requireData(DATA), settings.device(context.name()), settings);
        return new PredictorTarget(
                context.name(),
                Learning.isPossible(sources.data().get(source))
                        ? Optional.of(() -> sources.predictors().get(source))
                        : Optional.empty());
    }

    /** Data that do not suffice pass only where the rest is to be measured. */
    private static PredictorData read(
            Source source, TargetDocuments documents, Function<PredictorSettings, Architectures> spaces) {
        PredictorData data = PredictorData.read(
                documents.read(source.data()), source.device(), spaces.apply(source.settings())::check);
        if (Learning.isPossible(data) || !source.settings().isCalibrated()) {
            Learning.require(data);
        }
        return data;
    }

    /** Whether it can answer; else architectures must be measured first. */
    public boolean isCalibrated() {
        return predictor.isPresent();
    }

    /** Learns when it is first asked, which takes seconds. */
    @Override
    public Optional<Measurements> predict(Architecture architecture, Supplier<Network> network) {
        return predictor.map(learned -> {
            Prediction told = learned.get().predict(architecture.text(), network);
            Interval interval = new Interval(told.low(), told.high());
            return Measurements.of(Measurement.predicted(latency, told.millis(), interval));
        });
    }

    /** Kinds of operators of the network that it has to guess; empty before it is calibrated. */
    public Optional<List<String>> unseen(Architecture architecture, Supplier<Network> network) {
        return predictor.map(learned -> learned.get().unseen(architecture.text(), network));
    }

    /** How well it tells what it did not see; empty before it is calibrated. Learns when it is first asked. */
    public Optional<Report> report() {
        return predictor.map(learned -> learned.get().report());
    }
}
