package dev.skyline.search;

import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.HardwareTargets;
import dev.skyline.hardware.ModelQualities;
import dev.skyline.hardware.TargetDocuments;

import java.nio.charset.StandardCharsets;

/** Makes a target READY whose data have been measured. */
public final class FinishTarget {

    private final Catalogue catalogue;
    private final HardwareTargets targets;
    private final TargetDocuments documents;
    private final ModelQualities qualities;

    public FinishTarget(
            Catalogue catalogue, HardwareTargets targets, TargetDocuments documents, ModelQualities qualities) {
        this.catalogue = catalogue;
        this.targets = targets;
        this.documents = documents;
        this.qualities = qualities;
    }

    /**
     * As long as its model takes to be learned.
     *
     * @throws dev.skyline.plugin.InvalidSettings where no model can be made of the data
     */
    void with(HardwareTargetSpec target, String data) {
        HardwareTargetSpec made = target.calibrated(documents.store(data.getBytes(StandardCharsets.UTF_8)));
        Qualities.of(catalogue.target(made)).ifPresent(quality -> qualities.put(target.name(), quality));
        targets.update(made);
    }
}
