package dev.skyline.search;

import dev.skyline.hardware.DraftDocuments;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.HardwareTargetSpec.State;
import dev.skyline.hardware.HardwareTargets;
import dev.skyline.hardware.ModelQualities;
import dev.skyline.hardware.ModelQuality;
import dev.skyline.hardware.TargetContext;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.StoredSpaces;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Adds hardware targets. What a model is made of is read, and fitted where it is to be, before anything is kept. */
public final class DefineTarget {

    private static final String DATA = "data";
    private static final String SAMPLES = "samples";
    private static final int FEW = 10;

    private final Catalogue catalogue;
    private final HardwareTargets targets;
    private final DraftDocuments documents;
    private final Calibrators calibrators;
    private final TargetData written;
    private final ModelQualities qualities;
    private final SpaceNames spaces;
    private final Clock clock;

    public DefineTarget(
            Catalogue catalogue,
            HardwareTargets targets,
            DraftDocuments documents,
            Calibrators calibrators,
            LatencySources sources,
            ModelQualities qualities,
            StoredSpaces spaces,
            Clock clock) {
        this.catalogue = catalogue;
        this.targets = targets;
        this.documents = documents;
        this.calibrators = calibrators;
        this.written = new TargetData(catalogue, sources);
        this.qualities = qualities;
        this.spaces = new SpaceNames(spaces);
        this.clock = clock;
    }

    /**
     * What a draft came to.
     *
     * @param quality of its model, where that was learned
     */
    public record Checked(TargetDraft draft, HardwareTargetSpec target, Optional<ModelQuality> quality) {}

    /**
     * The target that a draft describes; nothing is kept of it yet. Where it names a benchmark or an experiment in place of
     * data, they are written from it, and are part of what is returned. As long as its model takes to be made: a predictor
     * of 900 pairs some seconds.
     *
     * @throws dev.skyline.plugin.UnknownPlugin where there is no such kind
     * @throws InvalidSettings with all that is wrong with the settings, or with the field {@code data}, with line and column
     *     of the first fault in it
     */
    public Checked check(TargetDraft draft) {
        TargetDraft resolved = new TargetDraft(
                draft.name(), SpaceArchitectures.resolved(draft.model(), spaces), draft.description(), draft.data());
        TargetDraft complete = written.complete(resolved);
        try {
            return checked(complete);
        } catch (InvalidSettings e) {
            throw complete == resolved ? e : TargetData.blamed(e, complete);
        }
    }

    private Checked checked(TargetDraft draft) {
        PluginSpec model = catalogue.targets().complete(draft.model());
        if (draft.data().isEmpty()) {
            return checked(draft, model, Optional.empty());
        }
        if (!takesData(draft.name(), model)) {
            throw new InvalidSettings(DATA, "is not wanted: a target of kind '" + model.type() + "' is made of none");
        }
        return documents.with(bytes(draft.data().get()), hash -> checked(draft, model, Optional.of(hash)));
    }

    private Checked checked(TargetDraft draft, PluginSpec model, Optional<String> data) {
        HardwareTarget made = make(draft.name(), model, data);
        if (!Calibrators.isDue(made, data.isPresent())) {
            return new Checked(draft, spec(draft, model, data, State.READY), Qualities.of(made));
        }
        HardwareTargetSpec due = spec(draft, few(draft, model, data), data, State.CALIBRATING);
        calibrators.device(due);
        calibrators.of(due);
        return new Checked(draft, due, Optional.empty());
    }

    /** About ten architectures suffice where other devices are known, unless somebody wants another number. */
    private static PluginSpec few(TargetDraft draft, PluginSpec model, Optional<String> data) {
        if (data.isEmpty()
                || draft.model().settings().containsKey(SAMPLES)
                || !model.settings().containsKey(SAMPLES)) {
            return model;
        }
        Map<String, Object> settings = new HashMap<>(model.settings());
        settings.put(SAMPLES, FEW);
        return new PluginSpec(model.type(), settings);
    }

    /**
     * Adds a target.
     *
     * @throws TargetConflict where there is one of its name
     */
    public void add(Checked checked) {
        HardwareTargetSpec target = checked.target();
        checked.draft().data().ifPresent(data -> documents.store(bytes(data)));
        if (!targets.add(target)) {
            throw new TargetConflict("there is a hardware target '" + target.name() + "' already");
        }
        checked.quality().ifPresent(quality -> qualities.put(target.name(), quality));
    }

    /** Kinds that are made of data ask for it where it is missing. */
    private boolean takesData(String name, PluginSpec model) {
        if (model.settings().containsKey(Calibrators.ON)) {
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

    private HardwareTargetSpec spec(TargetDraft draft, PluginSpec model, Optional<String> data, State state) {
        return new HardwareTargetSpec(
                draft.name(),
                model,
                draft.description(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                data,
                state,
                "");
    }

    private static byte[] bytes(String data) {
        return data.getBytes(StandardCharsets.UTF_8);
    }
}
