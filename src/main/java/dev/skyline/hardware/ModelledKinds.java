package dev.skyline.hardware;

import dev.skyline.hardware.lookup.LookupTableTarget;
import dev.skyline.hardware.roofline.RooflineTarget;
import dev.skyline.hardware.table.TableTarget;
import dev.skyline.plugin.Plugin;

import java.util.List;

/** The kinds of target that are modelled; a new one is a line here. */
public final class ModelledKinds {

    private ModelledKinds() {}

    /** @param documents that they are made of */
    public static List<Plugin<?, TargetContext, HardwareTarget>> all(TargetDocuments documents) {
        return List.of(TableTarget.plugin(documents), LookupTableTarget.plugin(documents), RooflineTarget.PLUGIN);
    }
}
