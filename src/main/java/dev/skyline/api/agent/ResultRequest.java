package dev.skyline.api.agent;

import dev.skyline.api.OrNull;
import dev.skyline.hardware.LatencyReport;
import dev.skyline.hardware.agent.AgentReport;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.OptionalLong;

/** What an agent measured. */
@Schema(name = "MeasuringResult", description = "What an agent measured")
record ResultRequest(
        @Schema(example = "3f0e8a52-6c1d-4b7e-8a90-5b4c3d2e1f00")
        String lease,

        @Schema(description = "Of one inference of the whole batch, in ms", example = "4.31")
        Double medianMillis,

        @Schema(description = "95th percentile, in ms", example = "4.62")
        Double p95Millis,

        @Schema(description = "Half the interquartile range over the median: 0.02 is 2 %", example = "0.012")
        Double spread,

        @Schema(
                description = "Samples a second of back-to-back inferences; batchSize over the median where left out",
                example = "229.8")
        @Nullable
        Double throughput,

        @Schema(description = "Inferences that the figures rest on", example = "220")
        Integer repetitions,

        @Schema(description = "Whether successive medians agreed; a run that did not settle is repeated")
        Boolean steady,

        @Schema(description = "By how many bytes the process grew at most", example = "41943040") @Nullable
        Long peakMemory,

        @Schema(description = "Clock of the fastest core right after the measurement", example = "1500.0") @Nullable
        Double cpuMegahertz,

        @Schema(description = "Temperature right after the measurement", example = "52.1") @Nullable
        Double cpuCelsius) {

    private static final double MILLIS = 1000;

    /** @throws dev.skyline.hardware.agent.InvalidReport where a figure is one that nothing can have */
    AgentReport report(int batchSize) {
        return new AgentReport(
                new LatencyReport(
                        medianMillis,
                        p95Millis,
                        spread,
                        throughput == null
                                ? batchSize / Math.max(medianMillis, Double.MIN_NORMAL) * MILLIS
                                : throughput,
                        repetitions,
                        steady),
                peakMemory == null ? OptionalLong.empty() : OptionalLong.of(peakMemory),
                OrNull.number(cpuMegahertz),
                OrNull.number(cpuCelsius));
    }
}
