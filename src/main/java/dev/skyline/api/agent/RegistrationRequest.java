package dev.skyline.api.agent;

import dev.skyline.hardware.agent.HardwareReport;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

/** An agent says who it is. */
@Schema(name = "AgentRegistrationRequest", description = "Who an agent is, and what it runs on")
record RegistrationRequest(
        @Schema(
                description = "Tells this machine, or installation, from another; the same after a restart",
                example = "raspberrypi-10000000abcdef01")
        @Size(min = 1, max = 200)
        String instance,

        @Valid Hardware hardware) {

    /** For people. */
    @Schema(name = "AgentHardwareRequest", description = "What an agent runs on, for people")
    record Hardware(
            @Schema(description = "Model", example = "Raspberry Pi 4 Model B") @Size(max = 200)
            String cpu,

            @Schema(example = "4") @Min(1) Integer cores,

            @Schema(description = "Bytes", example = "4026531840") @Min(0)
            Long memory,

            @Schema(description = "Operating system with its version", example = "Linux 6.12 aarch64") @Size(max = 200)
            String os,

            @Schema(description = "What runs the models, with versions", example = "onnxruntime 1.29.0, Java 17.0.15")
            @Size(max = 200)
            String runtime) {}

    HardwareReport report() {
        return new HardwareReport(
                hardware.cpu(), hardware.cores(), hardware.memory(), hardware.os(), hardware.runtime());
    }
}
