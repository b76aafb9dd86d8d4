package dev.skyline.api.hardware;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.skyline.hardware.predictor.Report;
import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;

/** How well a predictor predicts, architecture by architecture. */
@Schema(
        name = "PredictorQualityReport",
        description =
                "How well a predictor predicts, with each architecture that it was learned from, predicted by what"
                        + " had not seen it")
record QualityView(
        @JsonUnwrapped QualitySummary summary,

        @Schema(description = "What was learned, for people")
        String model,

        List<Point> points) {

    /** One architecture. */
    @Schema(name = "PredictedLatency", description = "A measured architecture and what was predicted of it")
    record Point(
            @Schema(description = "In the space's own encoding", example = "|none~0|+|skip_connect~0|none~1|")
            String architecture,

            @Schema(description = "ms", example = "1.02") double measured,

            @Schema(description = "ms", example = "1.05") double predicted,

            @Schema(description = "Lower end of the 95 % interval, ms", example = "0.97")
            double low,

            @Schema(description = "Upper end of the 95 % interval, ms", example = "1.13")
            double high) {

        private static Point of(Report.Pair pair) {
            return new Point(
                    pair.architecture(),
                    pair.measured(),
                    pair.predicted().millis(),
                    pair.predicted().low(),
                    pair.predicted().high());
        }
    }

    static QualityView of(Report report) {
        return new QualityView(
                QualitySummary.of(report),
                report.model(),
                report.pairs().stream().map(Point::of).toList());
    }
}
