package dev.skyline.api.agent;

import dev.skyline.hardware.agent.MeasuringJob;
import dev.skyline.hardware.agent.MeasuringTerms;
import io.swagger.v3.oas.annotations.media.Schema;

import java.util.Locale;
import java.util.UUID;

/** A model that an agent is to measure. */
@Schema(name = "MeasuringJob", description = "A model to be measured")
record JobView(
        UUID id,

        @Schema(description = "To be sent with the result, and with whatever else is about this job")
        UUID lease,

        @Schema(
                description = "SHA-256 of the ONNX file, which need not be fetched again if it is at hand",
                example = "9f2c41d5e6b7a8c90112233445566778899aabbccddeeff00112233445566778")
        String model,

        @Schema(
                description = "Where the file is to be had, below the address of the service",
                example = "/api/v1/agent/jobs/7d7c0b5e-3c1a-4d0e-9f57-1d2b3a4c5d6e/model?lease=…")
        String modelUrl,

        @Schema(description = "What is to compute; measure with nothing else", example = "cpu")
        String provider,

        @Schema(description = "Samples in one inference", example = "1")
        int batchSize,

        @Schema(description = "Threads that share one inference", example = "1")
        int threads,

        @Schema(description = "Time after which a measurement that has not settled ends", example = "1.0")
        double maxSeconds) {

    static JobView of(MeasuringJob job) {
        UUID lease = job.lease().orElseThrow().id();
        MeasuringTerms terms = job.order().terms();
        return new JobView(
                job.id(),
                lease,
                job.order().model(),
                AgentController.PATH + "/jobs/" + job.id() + "/model?lease=" + lease,
                terms.provider().name().toLowerCase(Locale.ROOT),
                terms.batchSize(),
                terms.threads(),
                terms.maxSeconds());
    }
}
