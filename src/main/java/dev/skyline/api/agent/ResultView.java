package dev.skyline.api.agent;

import io.swagger.v3.oas.annotations.media.Schema;

/** What became of a result. */
@Schema(name = "MeasuringAnswer", description = "What became of a result")
record ResultView(
        @Schema(description = "Whether the run was unsteady and will be asked for again")
        boolean repeat) {}
