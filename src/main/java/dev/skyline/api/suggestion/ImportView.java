package dev.skyline.api.suggestion;

import dev.skyline.experiment.Trial;
import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;

/** What was imported. */
@Schema(name = "Import", description = "The trials that were added")
record ImportView(
        @Schema(description = "How many", example = "12") int imported,

        @Schema(description = "Numbers of the trials, in the order given")
        List<Integer> numbers) {

    static ImportView of(List<Trial> trials) {
        return new ImportView(trials.size(), trials.stream().map(Trial::number).toList());
    }
}
