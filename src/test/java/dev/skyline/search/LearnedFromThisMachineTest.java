package dev.skyline.search;

import dev.skyline.architecture.Architecture;
import dev.skyline.hardware.HostSettings;
import dev.skyline.hardware.ModelQuality;
import dev.skyline.hardware.ModelledTarget;
import dev.skyline.metric.Interval;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.network.Candidate;
import dev.skyline.network.Network;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import dev.skyline.trainer.HostTarget;
import dev.skyline.trainer.MeasurementGate;
import dev.skyline.trainer.TrainerPool;
import dev.skyline.trainer.TrainerSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A predictor that learns from 200 networks of NAS-Bench-201 that the service measures on this machine, one thread of ONNX
 * Runtime, misses the latency of 50 others, measured afresh, by 8 % at most in the median. Three minutes, on a machine
 * that does nothing else.
 */
@Tag("figures")
class LearnedFromThisMachineTest {

    private static final Map<String, Object> CELLS = Map.of("channels", 8);
    private static final List<Integer> INPUT = List.of(1, 28, 28);
    private static final int CLASSES = 10;
    private static final int OTHERS = 50;

    @Test
    void aPredictorOfTwoHundredNetworksTellsTheLatencyOfOthers(@TempDir Path folder, TestReporter reporter)
            throws Exception {
        TrainerSettings settings = TrainerSettings.defaults(
                1,
                Duration.ofMinutes(1),
                folder.resolve("native"),
                folder.resolve("crashes"),
                folder.resolve("scratch"));
        MeasurementGate gate = new MeasurementGate(settings.quietLimit());
        try (TrainerPool pool = new TrainerPool(settings, gate);
                TrainerPool foreign = TrainerPool.foreign(settings, gate)) {
            HostTarget host = new HostTarget(
                    TargetBench.METER, new HostSettings(HostSettings.Runtime.ONNXRUNTIME, 1, 1, 1), pool, foreign);
            TargetBench bench = new TargetBench(host);
            bench.define(
                    "board",
                    "predictor",
                    Map.of(
                            "on",
                            TargetBench.METER,
                            "space",
                            "nas-bench-201",
                            "spaceSettings",
                            CELLS,
                            "input",
                            INPUT,
                            "classes",
                            CLASSES,
                            "samples",
                            200),
                    null);
            bench.calibrate();
            assertThat(bench.target("board").isReady())
                    .as(bench.target("board").why())
                    .isTrue();
            check(bench, host, reporter);
        }
    }

    private static void check(TargetBench bench, HostTarget host, TestReporter reporter) throws InterruptedException {
        SearchSpace space = Spaces.plugins().create(new PluginSpec("nas-bench-201", CELLS), Task.of(INPUT, CLASSES));
        SplittableRandom random = new SplittableRandom(2026);
        double[] errors = new double[OTHERS];
        int held = 0;
        for (int i = 0; i < OTHERS; i++) {
            Architecture other = space.sample(random);
            Network network = space.decode(other);
            double measured = steady(host, Candidate.untrained(other, network)).value();
            Measurement predicted = ((ModelledTarget) bench.made("board"))
                    .predict(other, () -> network)
                    .flatMap(all -> all.find(MetricKey.of(Metric.LATENCY, "board")))
                    .orElseThrow();
            errors[i] = Math.abs(predicted.value() - measured) / measured;
            Interval interval = predicted.interval().orElseThrow();
            held += interval.low() <= measured && measured <= interval.high() ? 1 : 0;
        }
        Arrays.sort(errors);
        double median = (errors[OTHERS / 2 - 1] + errors[OTHERS / 2]) / 2;
        ModelQuality quality = bench.qualities.all().get("board");
        reporter.publishEntry(Map.of(
                "median error", String.valueOf(median),
                "intervals that hold", held + " of " + OTHERS,
                "cross-validated", quality.toString()));
        assertThat(median).isLessThanOrEqualTo(0.08);
    }

    /** What did not settle is measured twice more, as the service does. */
    private static Measurement steady(HostTarget host, Candidate candidate) throws InterruptedException {
        MetricKey latency = MetricKey.of(Metric.LATENCY, TargetBench.METER);
        Measurement best = host.measure(candidate).find(latency).orElseThrow();
        for (int i = 0; i < 2 && !best.steady(); i++) {
            Measurement again = host.measure(candidate).find(latency).orElseThrow();
            best = again.steady() || again.spread().orElse(0) < best.spread().orElse(0) ? again : best;
        }
        return best;
    }
}
