package dev.skyline.hardware.predictor;

import dev.skyline.architecture.Architecture;
import dev.skyline.hardware.ModelledTargetContract;
import dev.skyline.hardware.TargetContext;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.search.SpaceArchitectures;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PredictorTargetTest extends ModelledTargetContract {

    private static final List<String> CELLS = Picks.random(new SpaceArchitectures(SPACE), 60, 1);

    @Override
    public String id() {
        return "predictor";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of(
                "space", "nas-bench-201",
                "spaceSettings", Map.of("cells", 1, "channels", 8),
                "input", List.of(1, 28, 28));
    }

    @Override
    protected Optional<String> data() {
        return Optional.of(data(40));
    }

    private static String data(int measured) {
        Map<String, Double> latencies = new LinkedHashMap<>();
        CELLS.subList(0, measured).forEach(cell -> latencies.put(cell, Devices.fused(cell)));
        return PredictorData.NONE.with(latencies).write();
    }

    private PredictorTarget target(Map<String, Object> more, String data) {
        Map<String, Object> settings = new HashMap<>(settings());
        settings.putAll(more);
        TargetContext context = data.isEmpty() ? TargetContext.named("board") : documents.context("board", data);
        return (PredictorTarget) plugin().create(settings, context);
    }

    @Test
    void latencyIsToldWithAnInterval() {
        PredictorTarget target = target(Map.of(), data(60));
        Measurement told = target.predict(CELL, ModelledTargetContract::network)
                .flatMap(found -> found.find(MetricKey.of(Metric.LATENCY, "board")))
                .orElseThrow();
        assertThat(told.source()).isEqualTo(Measurement.Source.PREDICTED);
        assertThat(told.interval())
                .hasValueSatisfying(
                        interval -> assertThat(Devices.fused(CELL.text())).isBetween(interval.low(), interval.high()));
        assertThat(target.report())
                .hasValueSatisfying(report -> assertThat(report.pairs()).hasSize(60));
    }

    @Test
    void operatorsThatWereNeverSeenAreNamedAndWidenTheInterval() {
        PredictorTarget target = target(Map.of(), data(60));
        SearchSpace other =
                Spaces.plugins().create(new PluginSpec("nas-bench-macro", Map.of()), Task.of(List.of(1, 28, 28), 10));
        Architecture architecture = other.sample(new SplittableRandom(1));
        Prediction told = target.predict(architecture, () -> other.decode(architecture))
                .flatMap(found -> found.find(MetricKey.of(Metric.LATENCY, "board")))
                .map(found -> new Prediction(
                        found.value(),
                        found.interval().orElseThrow().low(),
                        found.interval().orElseThrow().high()))
                .orElseThrow();
        assertThat(told.low()).isZero();
        assertThat(told.high()).isGreaterThanOrEqualTo(2 * told.millis());
        assertThat(target.unseen(architecture, () -> other.decode(architecture)))
                .hasValueSatisfying(kinds -> assertThat(kinds).isNotEmpty());
        assertThat(target.unseen(CELL, ModelledTargetContract::network)).contains(List.of());
    }

    @Test
    void tenMeasurementsAreEnoughBesideKnownDevices() {
        StringBuilder csv = new StringBuilder("architecture,latency,plain,other\n");
        for (int i = 0; i < CELLS.size(); i++) {
            String cell = CELLS.get(i);
            String own = i < 10 ? "" + Devices.fused(cell) : "";
            csv.append(String.join(",", cell, own, "" + Devices.additive(cell), Devices.fused(cell) * 2 + 1 + "\n"));
        }
        Report report = target(Map.of(), csv.toString()).report().orElseThrow();
        assertThat(report.model()).contains("2 known devices");
        assertThat(report.medianError()).isLessThan(0.1);
    }

    @Test
    void whatIsStillToBeMeasuredKnowsNothingYet() {
        Map<String, Object> on = Map.of("on", "host");
        for (String data : List.of("", data(3))) {
            PredictorTarget target = target(on, data);
            assertThat(target.isCalibrated()).isFalse();
            assertThat(target.predict(CELL, ModelledTargetContract::network)).isEmpty();
            assertThat(target.report()).isEmpty();
        }
        assertThat(target(on, data(20)).isCalibrated()).isTrue();
    }

    @Test
    void dataThatDoNotSufficeAreRefusedWhenTheTargetIsMade() {
        assertThatThrownBy(() -> target(Map.of(), data(19)))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContainingAll("data", "19", "20");
        assertThatThrownBy(() -> target(Map.of(), "architecture,latency,plain\n" + CELLS.get(0) + ",1,2\n"))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("data");
        assertThatThrownBy(() -> target(Map.of(), "architecture,latency\nnothing,1\n"))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContainingAll("line 2", "architecture", "nothing");
    }

    @Test
    void aSpaceThatIsNoneOrDoesNotFitIsRefused() {
        assertThatThrownBy(() -> target(Map.of("space", "cells"), data(40)))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContainingAll("space", "nas-bench-201");
        assertThatThrownBy(() -> target(Map.of("spaceSettings", Map.of("channels", 0)), data(40)))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("spaceSettings.channels");
        assertThatThrownBy(() -> target(Map.of("input", List.of(1, 2)), data(40)))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("input");
    }
}
