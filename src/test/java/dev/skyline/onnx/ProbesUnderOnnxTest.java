package dev.skyline.onnx;

import dev.skyline.hardware.HostSettings;
import dev.skyline.hardware.LatencyReport;
import dev.skyline.hardware.lookup.LayerKey;
import dev.skyline.hardware.lookup.LookupReport;
import dev.skyline.hardware.lookup.LookupRow;
import dev.skyline.hardware.lookup.LookupSum;
import dev.skyline.hardware.lookup.LookupTable;
import dev.skyline.hardware.lookup.Missing;
import dev.skyline.hardware.lookup.OperatorKey;
import dev.skyline.hardware.lookup.Operators;
import dev.skyline.hardware.lookup.Probes;
import dev.skyline.network.Network;
import dev.skyline.network.RandomNetworks;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class ProbesUnderOnnxTest {

    private static final HostSettings QUICK = new HostSettings(HostSettings.Runtime.ONNXRUNTIME, 1, 1, 0.3);

    @Test
    void aProbeOfAnyOperatorRuns() {
        Set<String> types = new HashSet<>();
        for (int seed = 0; seed < 60; seed++) {
            for (LayerKey key : Operators.of(RandomNetworks.ofImages(seed, 3))) {
                if (types.add(key.type() + key.inputs().size())) {
                    runs(Probes.with(key));
                    runs(Probes.without(key));
                }
            }
        }
        runs(Probes.fixed());
        assertThat(types).hasSizeGreaterThanOrEqualTo(14);
    }

    private static void runs(Network network) {
        try (OnnxClassifier classifier = new OnnxClassifier(Models.bytes(network, 1))) {
            float[] sample = new float[Math.toIntExact(network.input().elements())];
            assertThat(classifier.probabilities(sample)).hasSize(classifier.classes());
        }
    }

    /** The parts of a network under ONNX Runtime against the whole: what an additive model misses. */
    @Test
    @Tag("figures")
    void theSumOfOperatorsComesNearTheWholeOnThisMachine(TestReporter reporter) throws InterruptedException {
        SearchSpace space = Spaces.plugins()
                .create(
                        new PluginSpec("nas-bench-201", Map.of("cells", 1, "channels", 8)),
                        Task.of(List.of(1, 28, 28), 10));
        SplittableRandom random = new SplittableRandom(1);
        Map<OperatorKey, LookupRow> rows = new HashMap<>();
        for (LayerKey key : Operators.of(Stream.generate(() -> space.decode(space.sample(random))), 60)) {
            rows.put(key, LookupRow.difference(measured(Probes.with(key)), measured(Probes.without(key))));
        }
        LookupTable table =
                new LookupTable(LookupRow.of(measured(Probes.fixed()).medianMillis()), rows);
        LookupSum sum = new LookupSum(table, Missing.REFUSE);
        StringBuilder networks = new StringBuilder();
        double[] errors = new double[15];
        for (int i = 0; i < errors.length; i++) {
            Network network = space.decode(space.sample(random));
            LookupReport report = sum.of(network);
            double truth = measured(network).medianMillis();
            errors[i] = Math.abs(report.total() / truth - 1);
            networks.append(
                    String.format("%.4f ± %.4f ms, measured %.4f%n", report.total(), report.halfWidth(), truth));
        }
        Arrays.sort(errors);
        reporter.publishEntry("networks", networks.toString());
        assertThat(errors[errors.length / 2]).as("median error").isLessThan(0.2);
    }

    private static LatencyReport measured(Network network) throws InterruptedException {
        return LatencyMeter.measure(Models.bytes(network, 1), QUICK);
    }
}
