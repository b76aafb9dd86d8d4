package dev.skyline.search;

import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.HardwareTargets;
import dev.skyline.hardware.ModelledTarget;
import dev.skyline.hardware.TargetDocuments;
import dev.skyline.hardware.lookup.LookupTableSettings;
import dev.skyline.hardware.lookup.LookupTableTarget;
import dev.skyline.hardware.predictor.Architectures;
import dev.skyline.hardware.predictor.PredictorData;
import dev.skyline.hardware.predictor.PredictorSettings;
import dev.skyline.hardware.predictor.PredictorTarget;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.plugin.ValidNames;

import java.util.List;

/** The kinds of target that can be made of measurements. */
public final class Calibrators {

    /** Setting of all of them: the target that measures. */
    static final String ON = "on";

    private final Catalogue catalogue;
    private final HardwareTargets targets;
    private final TargetDocuments documents;

    public Calibrators(Catalogue catalogue, HardwareTargets targets, TargetDocuments documents) {
        this.catalogue = catalogue;
        this.targets = targets;
        this.documents = documents;
    }

    /** Whether a target cannot answer before it is measured. */
    static boolean isDue(HardwareTarget made, boolean hasData) {
        return made instanceof PredictorTarget predictor && !predictor.isCalibrated()
                || made instanceof LookupTableTarget && !hasData;
    }

    /**
     * How a target that is due is measured.
     *
     * @throws InvalidSettings where it cannot be: no such space, or nothing to measure on
     */
    Calibrator of(HardwareTargetSpec target) {
        Record settings = catalogue
                .targets()
                .get(target.model().type())
                .settings(target.model().settings());
        if (settings instanceof LookupTableSettings lookup) {
            return new LookupCalibrator(SpaceArchitectures.space(
                    new PluginSpec(lookup.space(), lookup.spaceSettings()),
                    lookup.input(),
                    lookup.classes(),
                    catalogue.spaces()));
        }
        PredictorSettings predictor = (PredictorSettings) settings;
        Architectures space = SpaceArchitectures.of(predictor, catalogue.spaces());
        return new PredictorCalibrator(predictor, space, data(target, predictor, space));
    }

    private PredictorData data(HardwareTargetSpec target, PredictorSettings settings, Architectures space) {
        return target.data()
                .map(hash -> PredictorData.read(documents.read(hash), settings.device(target.name()), space::check))
                .orElse(PredictorData.NONE);
    }

    /**
     * What a target is measured on.
     *
     * @throws InvalidSettings where there is no such target, or it does not measure
     */
    HardwareTarget device(HardwareTargetSpec target) {
        Object on = target.model().settings().get(ON);
        List<HardwareTargetSpec> measuring = targets.list().stream()
                .filter(HardwareTargetSpec::isReady)
                .filter(each -> !(catalogue.target(each) instanceof ModelledTarget))
                .toList();
        return measuring.stream()
                .filter(each -> each.name().equals(on))
                .findFirst()
                .map(catalogue::target)
                .orElseThrow(() -> new InvalidSettings(
                        ON,
                        "there is no target '" + on + "' that measures"
                                + ValidNames.of(measuring.stream()
                                        .map(HardwareTargetSpec::name)
                                        .toList())));
    }
}
