package dev.skyline.api.suggestion;

import dev.skyline.search.TellTrial.Answer;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether a client should go on. */
@Schema(name = "EpochAnswer", description = "Whether to go on with the training")
record AnswerView(
        @Schema(description = "true: end it, and tell the best that it reached", example = "false")
        boolean stop,

        @Schema(description = "Why: BelowMedian, TrialEnded or LeaseLost") @Nullable
        String reason) {

    static AnswerView of(Answer answer) {
        return new AnswerView(answer.stop(), answer.reason().orElse(null));
    }
}
