package dev.skyline.search;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.InMemoryExperiments;
import dev.skyline.hardware.CalibrationItem;
import dev.skyline.hardware.CalibrationItem.Timing;
import dev.skyline.hardware.HardwareTargetSpec.State;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.hardware.ModelledTarget;
import dev.skyline.hardware.lookup.Operators;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.network.Candidate;
import dev.skyline.network.Network;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class CalibrateTargetsTest {

    private static final Map<String, Object> SPACE = Map.of(
            "space",
            "nas-bench-201",
            "spaceSettings",
            Map.of("nodes", 3, "channels", 4, "cells", 1),
            "input",
            List.of(1, 8, 8),
            "classes",
            10);
    private static final SearchSpace CELLS = Spaces.plugins()
            .create(
                    new PluginSpec("nas-bench-201", Map.of("nodes", 3, "channels", 4, "cells", 1)),
                    Task.of(List.of(1, 8, 8), 10));
    private static final double FIXED = 0.01;

    private final Map<String, Integer> measured = new HashMap<>();
    private int failing;
    private int unsteady;
    private int interruptedAfter = Integer.MAX_VALUE;
    private final TargetBench bench = new TargetBench(this::measure);

    /** As if every operator took its time, whatever stands around it. */
    private Measurements measure(Candidate candidate) throws InterruptedException {
        int before = measured.merge(candidate.architecture().text(), 1, Integer::sum);
        if (measured.size() > interruptedAfter) {
            interruptedAfter = Integer.MAX_VALUE;
            throw new InterruptedException();
        }
        if (measured.size() <= failing) {
            throw new MeasurementFailed("ModelRefused", "no such kernel");
        }
        boolean steady = measured.size() > unsteady;
        return Measurements.of(new Measurement(
                MetricKey.of(Metric.LATENCY, TargetBench.METER),
                millis(candidate.network()) * (steady ? 1 : 1 + 0.1 * before),
                Measurement.Source.MEASURED,
                OptionalDouble.empty(),
                OptionalDouble.of(steady ? 0.01 : 1.0 / before),
                Optional.empty(),
                steady));
    }

    private static double millis(Network network) {
        return FIXED
                + Operators.of(network).stream()
                        .mapToDouble(key -> 1e-3 + 1e-6 * key.operations())
                        .sum();
    }

    private void predictor(Map<String, Object> more, String data) {
        Map<String, Object> settings = new HashMap<>(SPACE);
        settings.put("on", TargetBench.METER);
        settings.putAll(more);
        bench.define("board", "predictor", settings, data);
    }

    @Test
    void aPredictorIsMadeOfMeasurements() throws Exception {
        predictor(Map.of("samples", 40), null);
        assertThat(bench.target("board").state()).isEqualTo(State.CALIBRATING);
        assertThat(bench.calibrate.due()).containsOnlyKeys(TargetBench.METER);
        bench.calibrate();
        assertThat(bench.target("board").state()).isEqualTo(State.READY);
        assertThat(measured).hasSize(40);
        assertThat(bench.qualities.all().get("board").samples()).isEqualTo(40);
        assertThat(bench.qualities.all().get("board").medianError()).isLessThan(0.1);
        assertThat(bench.calibrate.due()).isEmpty();
    }

    @Test
    void whatWasInterruptedGoesOnWhereItWas() throws Exception {
        predictor(Map.of("samples", 30), null);
        interruptedAfter = 12;
        assertThatThrownBy(bench::calibrate).isInstanceOf(InterruptedException.class);
        assertThat(bench.calibrations.progress("board").done()).isEqualTo(12);
        assertThat(bench.calibrations.progress("board").total()).isEqualTo(30);
        bench.calibrate();
        assertThat(bench.target("board").isReady()).isTrue();
        assertThat(measured.values().stream().filter(times -> times == 2)).hasSize(1);
        assertThat(measured.values().stream().filter(times -> times > 2)).isEmpty();
    }

    @Test
    void whatDoesNotSettleIsMeasuredTwiceMoreAndTheCalmestCounts() throws Exception {
        predictor(Map.of("samples", 25), null);
        unsteady = 1;
        bench.calibrate();
        CalibrationItem first = bench.calibrations.items("board").get(0);
        assertThat(measured.get(first.subject())).isEqualTo(3);
        Timing timing = first.timing().orElseThrow();
        assertThat(timing.steady()).isFalse();
        assertThat(timing.spread().orElseThrow()).isEqualTo(1.0 / 3);
        assertThat(timing.millis()).isCloseTo(1.3 * millis(CELLS.decode(CELLS.parse(first.subject()))), within(1e-9));
    }

    @Test
    void whatFailsIsLeftOut() throws Exception {
        predictor(Map.of("samples", 30), null);
        failing = 5;
        bench.calibrate();
        assertThat(bench.target("board").isReady()).isTrue();
        assertThat(bench.qualities.all().get("board").samples()).isEqualTo(25);
    }

    @Test
    void whereTooFewAreLeftItHasFailed() throws Exception {
        predictor(Map.of("samples", 30), null);
        failing = 30;
        bench.calibrate();
        assertThat(bench.target("board").state()).isEqualTo(State.FAILED);
        assertThat(bench.target("board").why())
                .isEqualTo("11 of 30 measurements failed, the last one because no such kernel");
        assertThat(measured).hasSize(11);
    }

    @Test
    void aHandfulSufficesWhereOtherDevicesAreKnown() throws Exception {
        StringBuilder csv = new StringBuilder("architecture,latency,twice,other\n");
        ((SearchSpace.Enumerable) CELLS)
                .all()
                .limit(60)
                .forEach(cell -> csv.append(cell.text())
                        .append(",,")
                        .append(2 * millis(CELLS.decode(cell)))
                        .append(',')
                        .append(1 + CELLS.decode(cell).nodes().size())
                        .append('\n'));
        predictor(Map.of(), csv.toString());
        assertThat(bench.target("board").state()).isEqualTo(State.CALIBRATING);
        bench.calibrate();
        assertThat(measured).hasSize(10);
        assertThat(bench.target("board").isReady()).isTrue();
        Architecture cell = CELLS.sample(new SplittableRandom(3));
        assertThat(predicted("board", cell)).isCloseTo(millis(CELLS.decode(cell)), within(0.02));
    }

    @Test
    void aLookupTableIsMadeOfEveryOperatorOfTheSpace() throws Exception {
        lookupTable();
        for (int i = 0; i < 10; i++) {
            Architecture cell = CELLS.sample(new SplittableRandom(i));
            assertThat(predicted("sum", cell)).isCloseTo(millis(CELLS.decode(cell)), within(2e-3));
        }
        assertThat(bench.data("sum")).startsWith("operator,ms,spread,count\nfixed,");
    }

    @Test
    void aDeviceThatIsAwayIsWaitedFor() throws Exception {
        TargetBench away = new TargetBench(candidate -> {
            throw new MeasurementFailed("AgentSilent", "nobody there");
        });
        Map<String, Object> settings = new HashMap<>(SPACE);
        settings.put("on", TargetBench.METER);
        away.define("board", "predictor", settings, null);
        away.calibrate();
        assertThat(away.target("board").state()).isEqualTo(State.CALIBRATING);
        assertThat(away.calibrations.progress("board").done()).isZero();
    }

    @Test
    void targetsAreMeasuredOneAfterTheOtherOnEachDeviceAndByOneNode() throws Exception {
        predictor(Map.of("samples", 25), null);
        bench.define("other-meter", "host", Map.of(), null);
        Map<String, Object> settings = new HashMap<>(SPACE);
        settings.put("on", TargetBench.METER);
        bench.define("sum", "lookup-table", settings, null);
        settings.put("on", "other-meter");
        bench.define("elsewhere", "lookup-table", settings, null);
        assertThat(bench.calibrate.due()).containsOnlyKeys(TargetBench.METER, "other-meter");

        UUID otherNode = UUID.randomUUID();
        bench.leases.take("calibration of board", otherNode, Duration.ofHours(1));
        bench.calibrate.due().get(TargetBench.METER).run();
        assertThat(bench.target("sum").isReady()).isTrue();
        assertThat(bench.calibrations.progress("board").total())
                .as("another node is at it")
                .isZero();

        bench.leases.release("calibration of board", otherNode);
        bench.calibrate.due().get(TargetBench.METER).run();
        assertThat(bench.target("board").isReady()).isTrue();
        assertThat(bench.target("elsewhere").isReady()).isFalse();
    }

    @Test
    void whatIsMeasuredOnStays() {
        predictor(Map.of(), null);
        EditTargets edit = new EditTargets(bench.targets, new InMemoryExperiments());
        assertThatThrownBy(() -> edit.delete(TargetBench.METER))
                .isInstanceOf(TargetConflict.class)
                .hasMessageContaining("'board' is being measured on 'meter'");
        assertThat(edit.delete("board")).isTrue();
        assertThat(edit.delete(TargetBench.METER)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "predictor, on, nobody, on, there is no target 'nobody' that measures",
        "lookup-table, on, nobody, on, valid are meter",
        "predictor, space, nowhere, space, nowhere",
        "lookup-table, space, nowhere, space, nowhere",
    })
    void whatCannotBeMeasuredIsRefused(String kind, String setting, String value, String field, String message) {
        Map<String, Object> settings = new HashMap<>(SPACE);
        settings.put("on", TargetBench.METER);
        settings.put(setting, value);
        assertThatThrownBy(() -> bench.define("board", kind, settings, null))
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        e -> assertThat(e.violations())
                                .anyMatch(violation -> violation.field().equals(field)
                                        && violation.message().contains(message)));
    }

    @Test
    void whatWasMeasuredIsTheSameAfterExportAndImport() throws Exception {
        predictor(Map.of("samples", 30), null);
        bench.calibrate();
        lookupTable();
        bench.define(
                "table",
                "table",
                Map.of(),
                "architecture,latency\n" + CELLS.sample(new SplittableRandom(1)).text() + ",2\n");
        Architecture cell = CELLS.sample(new SplittableRandom(1));
        for (String name : List.of("board", "sum", "table")) {
            Measurements before = measurements(name, cell);
            String data = bench.data(name);
            PluginSpec model = bench.target(name).model();
            bench.targets.delete(name);
            bench.define(name, model.type(), model.settings(), data);
            assertThat(bench.target(name).isReady()).isTrue();
            assertThat(measurements(name, cell)).isNotEmpty().isEqualTo(before);
        }
    }

    private void lookupTable() throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(SPACE);
        settings.put("on", TargetBench.METER);
        bench.define("sum", "lookup-table", settings, null);
        bench.calibrate();
        assertThat(bench.target("sum").state()).isEqualTo(State.READY);
    }

    private double predicted(String target, Architecture architecture) {
        return measurements(target, architecture)
                .value(MetricKey.of(Metric.LATENCY, target))
                .orElseThrow();
    }

    private Measurements measurements(String target, Architecture architecture) {
        return ((ModelledTarget) bench.made(target))
                .predict(architecture, () -> CELLS.decode(architecture))
                .orElseThrow();
    }
}
