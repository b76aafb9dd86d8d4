package dev.skyline.api.suggestion;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;
import java.util.stream.IntStream;

/** What was imported. */
@Schema(name = "Import", description = "The trials that were added")
record ImportView(
        @Schema(description = "How many", example = "12") int imported,

        @Schema(description = "Numbers of the trials, in the order given")
        List<Integer> numbers) {

    /** Trials that are imported together have numbers that follow each other. */
    static ImportView of(int first, int count) {
        return new ImportView(
                count, IntStream.range(first, first + count).boxed().toList());
    }
}
