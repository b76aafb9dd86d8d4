package dev.skyline.api.dataset;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** A look at the samples of a data set. */
@Schema(name = "DatasetSamples", description = "Some samples of each class")
record SamplesView(
        @Schema(description = "Names of the features, for a table", example = "[\"petal length\"]") @Nullable
        List<String> columns,

        List<ClassSamples> classes) {

    @Schema(name = "ClassSamples", description = "A class and some of its samples")
    record ClassSamples(
            @Schema(example = "7") String name,

            @Schema(description = "How many there are", example = "179")
            int count,

            @Schema(description = "Numbers of those that are shown, from 0", example = "[3, 11, 19]")
            List<Integer> samples,

            @Schema(description = "Their values in the order of the columns, for a table", example = "[[1.4, 0.2]]")
            @Nullable
            List<List<Float>> rows) {}
}
