package dev.skyline.search;

import dev.skyline.benchmark.Benchmark;
import dev.skyline.hardware.predictor.Architectures;
import dev.skyline.hardware.predictor.FewShot;
import dev.skyline.hardware.predictor.LatencyModel;
import dev.skyline.hardware.predictor.Picks;
import dev.skyline.hardware.predictor.PredictorData;
import dev.skyline.hardware.predictor.PredictorSettings;
import dev.skyline.hardware.predictor.References;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.InvalidSettings.Violation;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.plugin.Plugins;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what a predictor learns from out of a benchmark or an experiment. */
final class LearnedData {

    static final String COLUMN = "column";
    static final String KNOWN = "known";

    /** Of architectures of known devices; of others, their models tell. */
    private static final int MOST_KNOWN = 50_000;

    private final TargetDraft draft;
    private final PredictorSettings settings;
    private final LatencySource source;
    private final Plugins<Task, SearchSpace> spaces;
    private final List<Violation> violations = new ArrayList<>();

    /** @param settings of the draft */
    LearnedData(
            TargetDraft draft, PredictorSettings settings, LatencySource source, Plugins<Task, SearchSpace> spaces) {
        this.draft = draft;
        this.settings = settings;
        this.source = source;
        this.spaces = spaces;
    }

    /**
     * The draft with data and all settings that follow from them.
     *
     * @throws InvalidSettings with all that is wrong with it
     */
    TargetDraft complete() {
        checkSpace();
        checkDevices();
        if (violations.isEmpty() && !settings.isCalibrated()) {
            checkSamples();
        }
        if (!violations.isEmpty()) {
            throw new InvalidSettings(violations);
        }
        Map<String, Object> values = new HashMap<>(draft.model().settings());
        values.put("space", source.space().type());
        values.put("spaceSettings", source.space().settings());
        values.put("input", source.input());
        values.put("classes", source.classes());
        return draft.with(new PluginSpec(draft.model().type(), values), data().write());
    }

    private boolean isGiven(String setting) {
        return draft.model().settings().get(setting) != null;
    }

    private void fault(String setting, String message) {
        violations.add(new Violation(setting, message));
    }

    private void checkSpace() {
        String type = source.space().type();
        if (type.equals(Benchmark.ROWS)) {
            fault(source.setting(), source.title() + " has no networks, which a predictor learns from");
            return;
        }
        if (isGiven("space") && !settings.space().equals(type)) {
            fault("space", source.title() + " is of the search space " + type + ", not " + settings.space());
        } else if (!settings.spaceSettings().isEmpty() && !isOwn(settings.spaceSettings())) {
            fault(
                    "spaceSettings",
                    source.title() + " has other settings: " + source.space().settings());
        }
        if (isGiven("input") && !settings.input().equals(source.input())) {
            fault("input", source.title() + " is of " + source.input() + ", not " + settings.input());
        }
        if (isGiven("classes") && settings.classes() != source.classes()) {
            fault("classes", source.title() + " is of " + source.classes() + " classes, not " + settings.classes());
        }
    }

    private boolean isOwn(Map<String, Object> given) {
        PluginSpec asked = new PluginSpec(source.space().type(), given);
        SpaceArchitectures.space(asked, source.input(), source.classes(), spaces);
        return spaces.complete(asked).equals(spaces.complete(source.space()));
    }

    private void checkDevices() {
        String device = settings.device(draft.name());
        if (!settings.isCalibrated() && !source.devices().contains(device)) {
            fault(COLUMN, TargetData.unknown(source, device));
        }
        if (settings.isCalibrated() && !settings.column().isEmpty()) {
            fault(COLUMN, "cannot stand beside 'on', where the device itself is measured");
        }
        if (settings.isCalibrated() && settings.known().isEmpty()) {
            fault(
                    KNOWN,
                    "is needed beside 'on': devices of " + source.title() + " that help; valid are "
                            + String.join(", ", source.devices()));
        }
        for (String known : settings.known()) {
            if (!source.devices().contains(known)) {
                fault(KNOWN, TargetData.unknown(source, known));
            } else if (!settings.isCalibrated() && known.equals(device)) {
                fault(KNOWN, "'" + known + "' is the device that is predicted");
            } else if (source.measured(known).size() < References.LEAST_ROWS) {
                fault(
                        KNOWN,
                        "'" + known + "' is known for " + source.measured(known).size() + " architectures; it takes "
                                + References.LEAST_ROWS);
            }
        }
    }

    private void checkSamples() {
        String device = settings.device(draft.name());
        int found = source.measured(device).size();
        int needed = settings.known().isEmpty() ? LatencyModel.LEAST : FewShot.LEAST;
        String needs = "; a predictor needs " + LatencyModel.LEAST + ", or " + FewShot.LEAST + " beside known devices";
        if (found < needed) {
            fault(
                    source.setting(),
                    source.title() + " has " + found + " measured latencies of '" + device + "'" + needs);
        } else if (settings.samples() < needed) {
            fault("samples", settings.samples() + " are too few" + needs);
        }
    }

    private PredictorData data() {
        PredictorData beside = new PredictorData(Map.of(), settings.known(), known());
        if (settings.isCalibrated()) {
            return beside;
        }
        String device = settings.device(draft.name());
        Architectures space = new SpaceArchitectures(
                SpaceArchitectures.space(source.space(), source.input(), source.classes(), spaces));
        List<String> taken = Picks.of(settings, beside, space, source.measured(device));
        return beside.with(TargetData.latencies(source, device, taken));
    }

    private Map<String, double[]> known() {
        List<String> all = settings.known().stream()
                .flatMap(device -> source.measured(device).stream())
                .distinct()
                .toList();
        Map<String, double[]> latencies = new LinkedHashMap<>();
        for (String architecture : all.size() > MOST_KNOWN ? Picks.some(all, MOST_KNOWN, settings.seed()) : all) {
            latencies.put(
                    architecture,
                    settings.known().stream()
                            .mapToDouble(device -> source.latency(architecture, device))
                            .toArray());
        }
        return latencies;
    }
}
