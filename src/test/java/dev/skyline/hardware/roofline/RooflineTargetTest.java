package dev.skyline.hardware.roofline;

import dev.skyline.hardware.ModelledTarget;
import dev.skyline.hardware.ModelledTargetContract;
import dev.skyline.hardware.TargetContext;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurement.Source;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.Shape;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.SettingsSchema;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class RooflineTargetTest extends ModelledTargetContract {

    /** 64 filters 3×3 over 64 channels of 32×32 pixels. */
    private static final Network CONVOLUTION = new Network(
            Shape.image(64, 32, 32),
            List.of(new Node("conv", new Convolution(64, 3, 1, false), List.of(Network.INPUT))));

    private static final double MACS = 1024 * (64.0 * 64 * 9 + 64);
    private static final double ACTIVATIONS = 2 * 64 * 1024;
    private static final double WEIGHTS = 64 * 64 * 9 + 64;

    @Override
    public String id() {
        return "roofline";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of("device", "a100");
    }

    @Override
    protected Optional<String> data() {
        return Optional.empty();
    }

    private double latency(Network network, Object... settings) {
        return measured(network, settings)
                .value(MetricKey.of(Metric.LATENCY, "board"))
                .orElseThrow();
    }

    private Measurements measured(Network network, Object... settings) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            values.put((String) settings[i], settings[i + 1]);
        }
        return ((ModelledTarget) plugin().create(values, TargetContext.named("board")))
                .predict(CELL, () -> network)
                .orElseThrow();
    }

    @Test
    void theSchemaOfTheSettingsNamesEveryKnownDevice() {
        assertThat(SettingsSchema.of(RooflineSettings.class))
                .extractingByKey("properties", InstanceOfAssertFactories.MAP)
                .extractingByKey("device", InstanceOfAssertFactories.MAP)
                .extractingByKey("enum", InstanceOfAssertFactories.LIST)
                .hasSameSizeAs(KnownDevice.values())
                .contains("jetson-nano", "custom");
    }

    @Test
    void arithmeticBoundsWhereThePeakIsLow() {
        assertThat(latency(
                        CONVOLUTION,
                        "device",
                        "custom",
                        "peak",
                        10,
                        "bandwidth",
                        1000,
                        "layerOverhead",
                        0,
                        "inferenceOverhead",
                        0))
                .isCloseTo(2 * MACS / 10e6, within(1e-9));
    }

    @Test
    void memoryBoundsWhereTheBandwidthIsLowAndOverheadsAreAdded() {
        assertThat(latency(
                        CONVOLUTION,
                        "device",
                        "custom",
                        "peak",
                        1_000_000,
                        "bandwidth",
                        1,
                        "layerOverhead",
                        3,
                        "inferenceOverhead",
                        40))
                .isCloseTo(4 * (ACTIVATIONS + WEIGHTS) / 1e6 + 0.043, within(1e-9));
    }

    @Test
    void aBatchSharesTheWeightsAndPrecisionHalvesTheTraffic() {
        Object[] settings = {
            "device",
            "a100",
            "peak",
            1e9,
            "precision",
            "fp16",
            "batchSize",
            8,
            "layerOverhead",
            0,
            "inferenceOverhead",
            0
        };
        double millis = 2 * (8 * ACTIVATIONS + WEIGHTS) / 1555e6;
        assertThat(latency(CONVOLUTION, settings)).isCloseTo(millis, within(1e-9));
        Measurement throughput = measured(CONVOLUTION, settings)
                .find(MetricKey.of(Metric.THROUGHPUT, "board"))
                .orElseThrow();
        assertThat(throughput.value()).isCloseTo(8000 / millis, within(1e-3));
        assertThat(throughput.source()).isEqualTo(Source.PREDICTED);
    }

    @Test
    void whatADeviceIsNotKnownToDoMustBeSet() {
        assertThatThrownBy(() -> latency(CONVOLUTION, "device", "raspberry-pi-4", "precision", "fp16"))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("peak")
                .hasMessageContaining("Cortex-A72");
        assertThat(latency(CONVOLUTION, "device", "raspberry-pi-4", "precision", "fp16", "peak", 48))
                .isPositive();
        assertThatThrownBy(() -> latency(CONVOLUTION, "device", "custom"))
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        refused -> assertThat(refused.violations())
                                .extracting(InvalidSettings.Violation::field)
                                .containsExactly("peak", "bandwidth"));
        assertThatThrownBy(() -> latency(CONVOLUTION, "peak", -1)).isInstanceOf(InvalidSettings.class);
    }

    @ParameterizedTest
    @EnumSource(value = KnownDevice.class, mode = EnumSource.Mode.EXCLUDE, names = "CUSTOM")
    void everyKnownDeviceHasItsFiguresAndTheirSource(KnownDevice device) {
        assertThat(device.figures().fp32()).isPositive();
        assertThat(device.figures().bandwidth()).isPositive();
        assertThat(device.source()).isNotBlank();
        String id = device.name().toLowerCase(Locale.ROOT).replace('_', '-');
        assertThat(latency(CONVOLUTION, "device", id)).isBetween(0.0, 100.0);
    }

    @Test
    void fasterDevicesAreFaster() {
        assertThat(latency(CONVOLUTION, "device", "stm32h743"))
                .isGreaterThan(latency(CONVOLUTION, "device", "raspberry-pi-4"));
        assertThat(latency(CONVOLUTION, "device", "raspberry-pi-4"))
                .isGreaterThan(latency(CONVOLUTION, "device", "raspberry-pi-5"));
    }
}
