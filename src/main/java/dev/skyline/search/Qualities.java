package dev.skyline.search;

import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.ModelQuality;
import dev.skyline.hardware.predictor.PredictorTarget;
import dev.skyline.hardware.predictor.Report;

import java.util.Optional;
import java.util.OptionalDouble;

/** How well targets predict that have learned. */
final class Qualities {

    private Qualities() {}

    /** Empty for targets that have not learned. A predictor learns when it is first asked: seconds. */
    static Optional<ModelQuality> of(HardwareTarget target) {
        return report(target).map(Qualities::of);
    }

    static Optional<Report> report(HardwareTarget target) {
        return target instanceof PredictorTarget predictor ? predictor.report() : Optional.empty();
    }

    private static ModelQuality of(Report report) {
        double spearman = report.spearman();
        return new ModelQuality(
                report.pairs().size(),
                report.medianError(),
                report.withinTenPercent(),
                Double.isNaN(spearman) ? OptionalDouble.empty() : OptionalDouble.of(spearman),
                report.coverage());
    }
}
