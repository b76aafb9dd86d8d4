package dev.skyline.api.front;

import dev.skyline.api.OrNull;
import dev.skyline.api.experiment.ConstraintView;
import dev.skyline.api.trial.ArchitectureView;
import dev.skyline.metric.MetricKey;
import dev.skyline.search.Infeasibility;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** What comes nearest to limits that nothing meets. */
@Schema(
        name = "Infeasibility",
        description =
                "Where no trial meets the limits: the one that comes nearest, and how far they would have to give way"
                        + " for it")
record InfeasibilityView(
        @Schema(description = "The nearest: the relative misses of its limits have the least sum")
        ArchitectureView architecture,

        @Schema(description = "Number of its trial", example = "17") @Nullable
        Integer trial,

        @Schema(description = "Every bound that it misses") List<MissView> misses,

        @Schema(
                description = "The limits that would have to be others, and what they would have to be, for it to be"
                        + " feasible")
        List<ConstraintView> relaxation,

        @Schema(
                description = "For people",
                example =
                        "no trial meets the limits; the nearest, trial 17, |nor_conv_3x3~0|+|none~0|skip_connect~1|,"
                                + " misses latency@host ≤ 0.5 with 0.62 (by 24 %): with latency@host ≤ 0.62 it would be feasible")
        String message) {

    @Schema(name = "Miss", description = "A bound that is missed")
    record MissView(
            @Schema(description = "Key of the metric", example = "latency")
            String metric,

            @Schema(description = "Hardware target, for metrics that belong to one", example = "host") @Nullable
            String target,

            @Schema(description = "In the metric's unit", example = "0.5")
            double bound,

            @Schema(description = "Whether it is an upper bound")
            boolean atMost,

            @Schema(description = "That misses it; of a prediction that at the limit's confidence", example = "0.62")
            double value,

            @Schema(description = "Relative to the bound", example = "0.24")
            double missedBy) {

        static MissView of(Infeasibility.Miss miss) {
            MetricKey key = miss.limit().key();
            boolean atMost = miss.limit().atMost().isPresent();
            return new MissView(
                    key.metric().key(),
                    key.target().orElse(null),
                    (atMost ? miss.limit().atMost() : miss.limit().atLeast()).orElseThrow(),
                    atMost,
                    miss.value(),
                    miss.missedBy());
        }
    }

    static InfeasibilityView of(Infeasibility infeasibility) {
        return new InfeasibilityView(
                ArchitectureView.of(infeasibility.architecture()),
                OrNull.of(infeasibility.trial()),
                infeasibility.misses().stream().map(MissView::of).toList(),
                infeasibility.misses().stream()
                        .map(miss -> ConstraintView.of(miss.relaxed()))
                        .toList(),
                infeasibility.message());
    }
}
