package dev.skyline.api.hardware;

import dev.skyline.api.OrNull;
import dev.skyline.hardware.ModelQuality;
import dev.skyline.hardware.predictor.Report;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How well a model predicts what it has not seen. */
@Schema(
        name = "PredictorQuality",
        description =
                "How well a model predicts architectures that it has not seen: by cross-validation on those that it"
                        + " was learned from")
record QualitySummary(
        @Schema(description = "Architectures that it was learned from", example = "900")
        int samples,

        @Schema(description = "Median of the relative errors: 0.02 is 2 %", example = "0.02")
        double medianError,

        @Schema(description = "Share of the predictions within 10 % of what was measured", example = "0.97")
        double within10Percent,

        @Schema(description = "Rank correlation; absent where all are equal", example = "0.99") @Nullable
        Double spearman,

        @Schema(description = "Share of what was measured that lies in its 95 % interval", example = "0.95")
        double coverage) {

    static QualitySummary of(ModelQuality quality) {
        return new QualitySummary(
                quality.samples(),
                quality.medianError(),
                quality.within10Percent(),
                OrNull.of(quality.spearman()),
                quality.coverage());
    }

    static QualitySummary of(Report report) {
        double spearman = report.spearman();
        return new QualitySummary(
                report.pairs().size(),
                report.medianError(),
                report.withinTenPercent(),
                Double.isNaN(spearman) ? null : spearman,
                report.coverage());
    }
}
