package dev.skyline.api.suggestion;

import dev.skyline.api.trial.TrialView;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.Trial;
import dev.skyline.search.AskTrials.Asked;
import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.List;

/** What a client gets. */
@Schema(name = "Suggestions", description = "The trials that a client has in its hands")
record SuggestionsView(
        @Schema(description = "Running trials, at most as many as were asked for")
        List<SuggestionView> items,

        @Schema(description = "Of the experiment; once it has ended, there is nothing more to ask for")
        ExperimentState state,

        @Schema(description = "When the trials may go to another client, unless this one lets hear of itself")
        Instant leaseUntil) {

    /** A trial, and where to find what belongs to it. */
    @Schema(name = "Suggestion", description = "A trial to evaluate")
    record SuggestionView(
            TrialView trial,

            @Schema(description = "Paths: network and learning curve, ONNX file without training, where to tell")
            Links links) {}

    /** Paths of what belongs to a trial. */
    @Schema(name = "SuggestionLinks")
    record Links(
            @Schema(description = "GET: the trial with its network as JSON")
            String network,

            @Schema(description = "GET: the network as an ONNX file with random weights")
            String onnx,

            @Schema(description = "POST: a point of the learning curve")
            String measurements,

            @Schema(description = "POST: the end") String complete) {}

    static SuggestionsView of(String experiment, Asked asked) {
        return new SuggestionsView(
                asked.trials().stream().map(trial -> of(experiment, trial)).toList(),
                asked.state(),
                asked.leaseUntil());
    }

    private static SuggestionView of(String experiment, Trial trial) {
        String path = experiment + "/trials/" + trial.number();
        return new SuggestionView(
                TrialView.of(trial),
                new Links(path, path + "/untrained.onnx", path + "/measurements", path + "/complete"));
    }
}
