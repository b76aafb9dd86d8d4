package dev.skyline.onnx;

import dev.skyline.hardware.HostSettings;
import dev.skyline.hardware.LatencyReport;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurement.Source;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What holds on a busy machine too; how repetitions become figures is {@link RepetitionsTest}'s. */
class LatencyMeterTest {

    private static final HostSettings QUICK = new HostSettings(HostSettings.Runtime.ONNXRUNTIME, 1, 1, 0.1);

    @Test
    void aNetworkOfAHundredTimesTheWorkIsSlowerByFar(@TempDir Path directory) throws IOException, InterruptedException {
        Path small = Files.write(directory.resolve("small.onnx"), Models.bytes(Models.small(8), 1));
        Path large = Files.write(directory.resolve("large.onnx"), Models.bytes(Models.small(256), 1));
        double fast = LatencyMeter.measure(small, QUICK).medianMillis();
        double slow = LatencyMeter.measure(large, QUICK).medianMillis();
        assertThat(slow).isGreaterThan(10 * fast);
    }

    @Test
    void theFiguresAreInOrder() throws InterruptedException {
        LatencyReport report = LatencyMeter.measure(Models.bytes(Models.small(8), 1), QUICK);
        assertThat(report.medianMillis()).isPositive();
        assertThat(report.p95Millis()).isGreaterThanOrEqualTo(report.medianMillis());
        assertThat(report.spread()).isNotNegative();
        assertThat(report.throughput()).isPositive();
        assertThat(report.repetitions()).isGreaterThanOrEqualTo(12);
    }

    @Test
    void aBatchIsTimedAsAWhole() throws InterruptedException {
        byte[] model = Models.bytes(Models.small(32), 1);
        LatencyReport one = LatencyMeter.measure(model, QUICK);
        LatencyReport many =
                LatencyMeter.measure(model, new HostSettings(HostSettings.Runtime.ONNXRUNTIME, 64, 1, 0.1));
        assertThat(many.medianMillis()).isGreaterThan(8 * one.medianMillis());
    }

    @Test
    void itRunsOnTwoThreadsToo() throws InterruptedException {
        LatencyReport report = LatencyMeter.measure(
                Models.bytes(Models.small(32), 1), new HostSettings(HostSettings.Runtime.ONNXRUNTIME, 1, 2, 0.1));
        assertThat(report.medianMillis()).isPositive();
    }

    @Test
    void aReportBecomesMeasurementsOfItsTarget() {
        Measurements measurements = new LatencyReport(0.41, 0.47, 0.02, 2_400, 900, false).measurements("host");
        assertThat(measurements)
                .containsExactly(
                        new Measurement(
                                MetricKey.of(Metric.LATENCY, "host"),
                                0.41,
                                Source.MEASURED,
                                OptionalDouble.of(0.47),
                                OptionalDouble.of(0.02),
                                Optional.empty(),
                                false),
                        new Measurement(
                                MetricKey.of(Metric.THROUGHPUT, "host"),
                                2_400,
                                Source.MEASURED,
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                Optional.empty(),
                                false));
    }

    @Test
    void aDamagedModelIsRefused() {
        assertThatExceptionOfType(ModelRefused.class)
                .isThrownBy(() -> LatencyMeter.measure(new byte[] {1, 2, 3}, QUICK));
    }

    @Test
    void anInterruptedCallerIsHeard() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> LatencyMeter.measure(Models.bytes(Models.small(8), 1), QUICK));
    }
}
