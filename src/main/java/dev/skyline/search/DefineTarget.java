package dev.skyline.search;

import dev.skyline.hardware.DraftDocuments;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.HardwareTargetSpec.State;
import dev.skyline.hardware.HardwareTargets;
import dev.skyline.hardware.TargetContext;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.PluginSpec;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Adds hardware targets. What a model is made of is read, and fitted where it is to be, before anything is kept. */
public final class DefineTarget {

    /** Setting of kinds whose model can be measured: the target that measures. */
    static final String ON = "on";

    private static final String DATA = "data";

    private final Catalogue catalogue;
    private final HardwareTargets targets;
    private final DraftDocuments documents;
    private final Clock clock;

    public DefineTarget(Catalogue catalogue, HardwareTargets targets, DraftDocuments documents, Clock clock) {
        this.catalogue = catalogue;
        this.targets = targets;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * The target that a draft describes; nothing is kept of it yet. As long as its model takes to be made: a predictor of
     * 900 pairs some seconds.
     *
     * @throws dev.skyline.plugin.UnknownPlugin where there is no such kind
     * @throws InvalidSettings with all that is wrong with the settings, or with the field {@code data}, with line and column
     *     of the first fault in it
     */
    public HardwareTargetSpec check(TargetDraft draft) {
        PluginSpec model = catalogue.targets().complete(draft.model());
        if (draft.data().isEmpty()) {
            make(draft.name(), model, Optional.empty());
            return spec(draft, model, Optional.empty());
        }
        if (!takesData(draft.name(), model)) {
            throw new InvalidSettings(DATA, "is not wanted: a target of kind '" + model.type() + "' is made of none");
        }
        return documents.with(bytes(draft.data().get()), hash -> {
            make(draft.name(), model, Optional.of(hash));
            return spec(draft, model, Optional.of(hash));
        });
    }

    /**
     * Adds a target.
     *
     * @param target what {@link #check} made of the draft
     * @throws TargetConflict where there is one of its name
     */
    public void add(HardwareTargetSpec target, TargetDraft draft) {
        draft.data().ifPresent(data -> documents.store(bytes(data)));
        if (!targets.add(target)) {
            throw new TargetConflict("there is a hardware target '" + target.name() + "' already");
        }
    }

    /** Kinds that are made of data ask for it where it is missing. */
    private boolean takesData(String name, PluginSpec model) {
        if (model.settings().containsKey(ON)) {
            return true;
        }
        try {
            make(name, model, Optional.empty());
            return false;
        } catch (InvalidSettings e) {
            return e.violations().stream()
                    .anyMatch(violation -> violation.field().equals(DATA));
        }
    }

    private HardwareTarget make(String name, PluginSpec model, Optional<String> data) {
        return catalogue.targets().create(model, new TargetContext(name, data));
    }

    private HardwareTargetSpec spec(TargetDraft draft, PluginSpec model, Optional<String> data) {
        return new HardwareTargetSpec(
                draft.name(),
                model,
                draft.description(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                data,
                State.READY,
                "");
    }

    private static byte[] bytes(String data) {
        return data.getBytes(StandardCharsets.UTF_8);
    }
}
