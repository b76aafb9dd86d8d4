package dev.skyline.hardware.predictor;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FewShotTest {

    private static final List<String> CELLS = Devices.cells(500, 4);

    /** It mixes what the known devices are made of. */
    private static double mixed(String cell) {
        return 0.4 * Devices.additive(cell) + 3 * Devices.fused(cell) + 0.5;
    }

    private static References references(List<String> cells) {
        Map<String, double[]> latencies = new HashMap<>();
        cells.forEach(cell -> latencies.put(
                cell, new double[] {Devices.additive(cell), Devices.fused(cell), Math.sqrt(Devices.fused(cell))}));
        return new References(List.of("plain", "fusing", "bent"), latencies, Devices::network, 1);
    }

    private static Map<String, Double> measured(List<String> cells) {
        return cells.stream().collect(Collectors.toMap(Function.identity(), FewShotTest::mixed));
    }

    @Test
    void tenMeasurementsTellADeviceThatOthersResemble() {
        References references = references(CELLS);
        List<String> picks = Picks.diverse(references, 10);
        FewShot few = FewShot.fit(references, measured(picks));
        Report report = Devices.report(few, CELLS, FewShotTest::mixed);
        assertThat(picks).doesNotHaveDuplicates().hasSize(10);
        assertThat(report.spearman()).isGreaterThan(0.99);
        assertThat(report.coverage()).isGreaterThan(0.93);
        assertThat(few.report().pairs()).hasSize(10);
    }

    @Test
    void architecturesThatTheDevicesDoNotKnowAreToldByTheirModels() {
        References references = references(CELLS.subList(0, 300));
        FewShot few = FewShot.fit(references, measured(Picks.diverse(references, 10)));
        Report report = Devices.report(few, CELLS.subList(300, 400), FewShotTest::mixed);
        assertThat(report.spearman()).isGreaterThan(0.95);
    }

    @Test
    void oneKnownDeviceIsEnoughForARoughAnswer() {
        Map<String, double[]> latencies = new HashMap<>();
        CELLS.forEach(cell -> latencies.put(cell, new double[] {Devices.fused(cell)}));
        References references = new References(List.of("fusing"), latencies, Devices::network, 1);
        FewShot few = FewShot.fit(references, measured(Picks.diverse(references, 10)));
        assertThat(Devices.report(few, CELLS, FewShotTest::mixed).spearman()).isGreaterThan(0.95);
    }

    @Test
    void theSameMeasurementsGiveTheSameAnswersAndPicks() {
        assertThat(Picks.diverse(references(CELLS), 10)).isEqualTo(Picks.diverse(references(CELLS), 10));
        Map<String, Double> measured = measured(CELLS.subList(0, 8));
        assertThat(FewShot.fit(references(CELLS), measured).report())
                .isEqualTo(FewShot.fit(references(CELLS), measured).report());
    }

    @Test
    void randomPicksAreArchitecturesOfTheSpaceAndFewerWhereItHasNoMore() {
        assertThat(Picks.random(Devices.ARCHITECTURES, 30, 1))
                .doesNotHaveDuplicates()
                .hasSize(30)
                .isEqualTo(Picks.random(Devices.ARCHITECTURES, 30, 1))
                .allSatisfy(Devices.ARCHITECTURES::check);
        assertThat(Picks.random(Devices.ARCHITECTURES, 30, 2)).isNotEqualTo(Picks.random(Devices.ARCHITECTURES, 30, 1));
    }

    @Test
    void tellingPicksAreForFewMeasurementsBesideKnownDevicesOnly() {
        Map<String, double[]> latencies = new HashMap<>();
        CELLS.forEach(cell -> latencies.put(cell, new double[] {Devices.additive(cell)}));
        PredictorData beside = new PredictorData(Map.of(), List.of("plain"), latencies);
        References references = Learning.references(beside, Devices::network, 3);
        assertThat(Picks.of(settings(10), beside, Devices.ARCHITECTURES)).isEqualTo(Picks.diverse(references, 10));
        List<String> random = Picks.random(Devices.ARCHITECTURES, 200, 3);
        assertThat(Picks.of(settings(200), beside, Devices.ARCHITECTURES)).isEqualTo(random);
        assertThat(Picks.of(settings(200), PredictorData.NONE, Devices.ARCHITECTURES))
                .isEqualTo(random);
    }

    @Test
    void ofWhatHasBeenMeasuredTellingOnesAreTakenWhereKnownDevicesHaveThemToo() {
        List<String> measured = CELLS.subList(0, 60);
        Map<String, double[]> latencies = new HashMap<>();
        measured.forEach(cell -> latencies.put(cell, new double[] {Devices.additive(cell)}));
        PredictorData both = new PredictorData(Map.of(), List.of("plain"), Map.copyOf(latencies));
        CELLS.subList(60, CELLS.size()).forEach(cell -> latencies.put(cell, new double[] {Devices.additive(cell)}));
        PredictorData beside = new PredictorData(Map.of(), List.of("plain"), latencies);
        List<String> telling = Picks.diverse(Learning.references(both, Devices::network, 3), 10);
        assertThat(Picks.of(settings(10), beside, Devices.ARCHITECTURES, measured))
                .isEqualTo(telling);

        measured.subList(0, 50).forEach(cell -> latencies.put(cell, new double[] {Double.NaN}));
        List<String> random = Picks.some(measured, 10, 3);
        assertThat(Picks.of(settings(10), beside, Devices.ARCHITECTURES, measured))
                .isEqualTo(random);
        assertThat(random).hasSize(10).doesNotHaveDuplicates().isSubsetOf(measured);
        assertThat(Picks.of(settings(200), beside, Devices.ARCHITECTURES, measured))
                .containsExactlyInAnyOrderElementsOf(measured);
    }

    private static PredictorSettings settings(int samples) {
        return new PredictorSettings(
                "nas-bench-201", Map.of(), List.of(1, 8, 8), 4, "", "", "", List.of(), "host", samples, 3);
    }

    @Test
    void tooFewMeasurementsOrTooLittleKnownAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FewShot.fit(references(CELLS), measured(CELLS.subList(0, 4))))
                .withMessageContaining("5")
                .withMessageContaining("4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> references(CELLS.subList(0, 19)))
                .withMessageContaining("plain")
                .withMessageContaining("19");
    }
}
