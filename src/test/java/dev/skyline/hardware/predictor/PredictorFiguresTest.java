package dev.skyline.hardware.predictor;

import dev.skyline.Benchmarks;
import dev.skyline.network.Network;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.search.SpaceArchitectures;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Six devices on which the cells of NAS-Bench-201 were measured (HW-NAS-Bench, HELP). */
class PredictorFiguresTest {

    private static final int TRAINING = 900;
    private static final int TESTED = 3000;
    private static final List<String> DEVICES =
            List.of("raspi4", "eyeriss", "fpga", "gold_6226", "1080ti_1", "titan_rtx_256");

    /** Least rank correlation of predicted and measured. */
    private static final Map<String, Double> SPEARMAN = Map.of(
            "raspi4", 0.965,
            "eyeriss", 0.996,
            "fpga", 0.9995,
            "gold_6226", 0.9885,
            "1080ti_1", 0.985,
            "titan_rtx_256", 0.9995);

    private static final double LEAST_WITHIN_TEN_PERCENT_ON_RASPI4 = 0.62;

    private static final Architectures SPACE = new SpaceArchitectures(Spaces.plugins()
            .create(
                    new PluginSpec("nas-bench-201", Map.of("cells", 5, "channels", 16)),
                    Task.of(List.of(3, 32, 32), 10)));

    private static final Map<String, Map<String, Double>> FEATURES = new HashMap<>();

    private static List<Map<String, String>> rows;

    @BeforeAll
    static void read() throws IOException {
        rows = Benchmarks.rows("nb201-cifar10.csv.gz").stream()
                .filter(row -> row.get("epochs").equals("200"))
                .toList();
    }

    private static double latency(Map<String, String> row, String device) {
        return Double.parseDouble(row.get("latency@" + device));
    }

    private static Map<String, Double> features(String cell) {
        return FEATURES.computeIfAbsent(cell, each -> LatencyFeatures.of(SPACE.decode(each)));
    }

    private static Report heldOut(String device, int tested, long seed) {
        int[] order = Numbers.shuffled(rows.size(), new SplittableRandom(seed));
        List<Sample> samples = IntStream.range(0, TRAINING)
                .mapToObj(i -> rows.get(order[i]))
                .map(row ->
                        new Sample(row.get("architecture"), features(row.get("architecture")), latency(row, device)))
                .toList();
        LatencyModel model = LatencyModel.fitFeatures(samples, seed);
        return new Report(
                model.report().model(),
                IntStream.range(TRAINING, TRAINING + tested)
                        .mapToObj(i -> rows.get(order[i]))
                        .map(row -> new Report.Pair(
                                row.get("architecture"),
                                latency(row, device),
                                model.predict(features(row.get("architecture")))))
                        .toList());
    }

    @Test
    void oneSplitOfTwoDevicesIsPredictedWell() {
        for (String device : List.of("raspi4", "gold_6226")) {
            Report report = heldOut(device, 1000, 1);
            assertThat(report.spearman()).isGreaterThan(SPEARMAN.get(device) - 0.005);
            assertThat(report.coverage()).isBetween(0.92, 0.98);
        }
    }

    @Test
    @Tag("figures")
    void nineHundredCellsTellTheOthersOnEachDevice(TestReporter reporter) {
        int seeds = 5;
        Map<String, double[]> means = new LinkedHashMap<>();
        for (String device : DEVICES) {
            double[] mean = means.computeIfAbsent(device, each -> new double[4]);
            for (int seed = 0; seed < seeds; seed++) {
                Report report = heldOut(device, TESTED, seed);
                mean[0] += report.spearman() / seeds;
                mean[1] += report.withinTenPercent() / seeds;
                mean[2] += report.medianError() / seeds;
                mean[3] += report.coverage() / seeds;
            }
            reporter.publishEntry(
                    device,
                    String.format(
                            Locale.ROOT,
                            "Spearman %.4f, within 10 %% %.3f, median error %.4f, coverage %.3f",
                            mean[0],
                            mean[1],
                            mean[2],
                            mean[3]));
        }
        means.forEach((device, mean) -> {
            assertThat(mean[0]).as(device).isGreaterThanOrEqualTo(SPEARMAN.get(device));
            assertThat(mean[3]).as(device).isBetween(0.93, 0.97);
        });
        assertThat(means.get("raspi4")[1]).isGreaterThanOrEqualTo(LEAST_WITHIN_TEN_PERCENT_ON_RASPI4);
    }

    @Test
    @Tag("figures")
    void tenCellsTellADeviceBesideFiveThatAreKnown(TestReporter reporter) {
        List<Double> correlations = new ArrayList<>();
        List<Double> coverages = new ArrayList<>();
        for (String device : DEVICES) {
            List<String> others =
                    DEVICES.stream().filter(other -> !other.equals(device)).toList();
            Map<String, double[]> known = new HashMap<>();
            Map<String, Double> own = new HashMap<>();
            for (Map<String, String> row : rows) {
                known.put(
                        row.get("architecture"),
                        others.stream()
                                .mapToDouble(other -> latency(row, other))
                                .toArray());
                own.put(row.get("architecture"), latency(row, device));
            }
            for (int seed = 0; seed < 5; seed++) {
                References references = new References(others, known, SPACE::decode, seed);
                Map<String, Double> measured = new HashMap<>();
                Picks.diverse(references, 10).forEach(cell -> measured.put(cell, own.get(cell)));
                FewShot few = FewShot.fit(references, measured);
                Report report = new Report(
                        "",
                        own.keySet().stream()
                                .filter(cell -> !measured.containsKey(cell))
                                .map(cell -> new Report.Pair(
                                        cell, own.get(cell), few.predict(cell, PredictorFiguresTest::none)))
                                .toList());
                correlations.add(report.spearman());
                coverages.add(report.coverage());
                reporter.publishEntry(
                        device + " " + seed,
                        String.format(
                                Locale.ROOT,
                                "Spearman %.4f, median error %.4f, coverage %.3f",
                                report.spearman(),
                                report.medianError(),
                                report.coverage()));
            }
        }
        assertThat(mean(correlations)).isGreaterThanOrEqualTo(0.945);
        assertThat(mean(coverages)).isBetween(0.93, 0.99);
    }

    private static Network none() {
        throw new AssertionError("the devices are known for all cells");
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
