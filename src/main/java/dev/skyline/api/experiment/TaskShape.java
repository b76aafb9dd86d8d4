package dev.skyline.api.experiment;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;

/** What a network must take and give. */
@Schema(name = "TaskShape", description = "What a network must take and give")
record TaskShape(
        @Schema(description = "[channels, height, width] of images, [features] of a table", example = "[3, 32, 32]")
        List<Integer> input,

        @Schema(description = "Number of classes", example = "10")
        Integer classes) {}
