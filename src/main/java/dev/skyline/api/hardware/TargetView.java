package dev.skyline.api.hardware;

import dev.skyline.hardware.HardwareTargetSpec;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/** A hardware target as the API shows it. */
@Schema(name = "HardwareTarget", description = "A device, with its runtime, on which networks cost something")
record TargetView(
        @Schema(description = "What experiments call it", example = "host")
        String name,

        @Schema(description = "Kind of target, as in the catalogue", example = "host")
        String kind,

        @Schema(description = "All settings of the kind, defaults included", example = "{\"batchSize\": 1}")
        Map<String, Object> settings,

        @Schema(description = "For people; may be empty", example = "The machine that Skyline runs on")
        String description,

        Instant createdAt,

        @Schema(description = "Only one that is READY can be used; one that is CALIBRATING becomes so by itself")
        HardwareTargetSpec.State state,

        @Schema(description = "What went wrong, for one that has FAILED", example = "the agent was not seen for a day")
        @Nullable
        String why,

        @Schema(
                description =
                        "Whether it is there by itself and cannot be deleted: the host, and devices of benchmarks")
        boolean readOnly,

        @Schema(description = "The benchmark whose column it is, for experiments on it", example = "nb201-cifar10")
        @Nullable
        String benchmark,

        @Schema(description = "Whether there is a CSV that its model is made of, which can be exported")
        boolean hasData,

        @Schema(description = "How far its measurement is, while it is CALIBRATING") @Nullable
        CalibrationView calibration,

        @Schema(description = "How well it predicts what it has not seen, for predictors") @Nullable
        QualitySummary quality,

        @Schema(description = "For kind agent: whether an agent is there, and what it runs on") @Nullable
        AgentView agent,

        @Schema(
                description = "For kind agent, in the answer to its creation alone: what its agent shows; the service"
                        + " keeps its SHA-256 alone")
        @Nullable
        String token) {

    TargetView withToken(@Nullable String shown) {
        return new TargetView(
                name,
                kind,
                settings,
                description,
                createdAt,
                state,
                why,
                readOnly,
                benchmark,
                hasData,
                calibration,
                quality,
                agent,
                shown);
    }

    /** How far the measurement of a model is. */
    @Schema(name = "Calibration", description = "How far the measurement of a model is")
    record CalibrationView(
            @Schema(description = "Measurements that are made, failed ones included", example = "120")
            int done,

            @Schema(description = "Measurements in all", example = "200")
            int total) {}
}
