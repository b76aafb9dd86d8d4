package dev.skyline.hardware;

import dev.skyline.hardware.lookup.LookupTableTarget;
import dev.skyline.hardware.predictor.Architectures;
import dev.skyline.hardware.predictor.PredictorSettings;
import dev.skyline.hardware.predictor.PredictorTarget;
import dev.skyline.hardware.roofline.RooflineTarget;
import dev.skyline.hardware.table.TableTarget;
import dev.skyline.plugin.Plugin;

import java.util.List;
import java.util.function.Function;

/** The kinds of target that are modelled; a new one is a line here. */
public final class ModelledKinds {

    private ModelledKinds() {}

    /**
     * @param documents that they are made of
     * @param spaces whose architectures predictors are for
     */
    public static List<Plugin<?, TargetContext, HardwareTarget>> all(
            TargetDocuments documents, Function<PredictorSettings, Architectures> spaces) {
        return List.of(
                TableTarget.plugin(documents),
                LookupTableTarget.plugin(documents),
                RooflineTarget.PLUGIN,
                PredictorTarget.plugin(documents, spaces));
    }
}
