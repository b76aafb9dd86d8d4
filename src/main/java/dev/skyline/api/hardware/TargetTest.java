package dev.skyline.api.hardware;

import dev.skyline.api.experiment.PluginChoice;
import dev.skyline.api.trial.ArchitectureView;
import dev.skyline.api.trial.MeasurementView;
import dev.skyline.search.TestTarget;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** What a target is asked when it is tried out, and what it answers. */
final class TargetTest {

    private TargetTest() {}

    @Schema(name = "HardwareTargetTest", description = "What to ask a hardware target about")
    record Request(
            @Schema(description = "Space of the architecture")
            PluginChoice searchSpace,

            @Schema(
                    description = "Shape of a sample: [channels, height, width] of images, [features] of a table",
                    example = "[1, 8, 8]")
            List<Integer> input,

            @Schema(description = "Number of classes", example = "10") @Min(2) @Max(1 << 20)
            Integer classes,

            @Schema(
                    description = "In the space's own encoding; a random one where it is left out",
                    example = "|none~0|+|skip_connect~0|none~1|")
            @Nullable
            String architecture) {

        TestTarget.Question question() {
            return new TestTarget.Question(searchSpace.toSpec(), input, classes, Optional.ofNullable(architecture));
        }
    }

    @Schema(name = "HardwareTargetAnswer", description = "What a hardware target says of an architecture")
    record Answer(
            ArchitectureView architecture,

            @Schema(description = "Empty where the target knows nothing of the architecture")
            List<MeasurementView> measurements,

            @Schema(
                    description = "Operators that its table does not have and whose cost is estimated or missing, for"
                            + " lookup tables",
                    example = "[\"conv in=16x8x8 out=16x8x8 kernel=3x3 stride=1x1 groups=1\"]")
            @Nullable
            List<String> estimatedOperators,

            @Schema(
                    description =
                            "Kinds of operators that were in no architecture it learned from, so that its interval is"
                                    + " wide, for predictors",
                    example = "[\"conv7x7\"]")
            @Nullable
            List<String> unseenOperators) {

        static Answer of(TestTarget.Answer answer) {
            return new Answer(
                    ArchitectureView.of(answer.architecture()),
                    answer.measurements().list().stream()
                            .map(MeasurementView::of)
                            .toList(),
                    answer.estimated().orElse(null),
                    answer.unseen().orElse(null));
        }
    }
}
