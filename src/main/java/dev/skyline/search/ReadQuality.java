package dev.skyline.search;

import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.HardwareTargets;
import dev.skyline.hardware.predictor.Report;

import java.util.Optional;

/** How well a predictor predicts what it has not seen, point by point. */
public final class ReadQuality {

    private final Catalogue catalogue;
    private final HardwareTargets targets;

    public ReadQuality(Catalogue catalogue, HardwareTargets targets) {
        this.catalogue = catalogue;
        this.targets = targets;
    }

    /** Empty where there is no such target, or it has learned nothing. Seconds, where it has not been asked for long. */
    public Optional<Report> of(String name) {
        return targets.find(name)
                .filter(HardwareTargetSpec::isReady)
                .map(catalogue::target)
                .flatMap(Qualities::report);
    }
}
