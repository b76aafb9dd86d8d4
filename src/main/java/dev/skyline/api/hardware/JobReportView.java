package dev.skyline.api.hardware;

import dev.skyline.api.OrNull;
import dev.skyline.hardware.LatencyReport;
import dev.skyline.hardware.agent.AgentReport;
import dev.skyline.hardware.agent.MeasuringJob;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** A job and what was reported on it. */
@Schema(name = "MeasuringJobReport", description = "A job of an agent, and what was reported on it")
record JobReportView(
        UUID id,
        MeasuringJob.State state,

        @Schema(description = "SHA-256 of the ONNX file") String model,

        @Schema(description = "How often an agent was given it", example = "1")
        int handouts,

        @Schema(description = "Why it failed, upper camel; empty where it did not", example = "")
        String code,

        @Schema(description = "The same for people", example = "")
        String message,

        @Schema(description = "One of a steady run, or those of unsteady ones")
        List<Run> runs) {

    /** One measurement. */
    @Schema(name = "MeasuringRun", description = "One measurement of an agent")
    record Run(
            @Schema(description = "In ms", example = "4.31") double medianMillis,
            @Schema(description = "In ms", example = "4.62") double p95Millis,
            @Schema(example = "0.012") double spread,

            @Schema(description = "Samples a second", example = "229.8")
            double throughput,

            @Schema(example = "220") int repetitions,
            boolean steady,
            @Schema(description = "Bytes") @Nullable Long peakMemory,
            @Nullable Double cpuMegahertz,
            @Nullable Double cpuCelsius) {

        private static Run of(AgentReport report) {
            LatencyReport latency = report.latency();
            return new Run(
                    latency.medianMillis(),
                    latency.p95Millis(),
                    latency.spread(),
                    latency.throughput(),
                    latency.repetitions(),
                    latency.steady(),
                    OrNull.of(report.peakMemory()),
                    OrNull.of(report.cpuMegahertz()),
                    OrNull.of(report.cpuCelsius()));
        }
    }

    static JobReportView of(MeasuringJob job) {
        return new JobReportView(
                job.id(),
                job.state(),
                job.order().model(),
                job.handouts(),
                job.code(),
                job.message(),
                job.reports().stream().map(Run::of).toList());
    }
}
