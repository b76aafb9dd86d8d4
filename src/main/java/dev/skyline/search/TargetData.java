package dev.skyline.search;

import dev.skyline.hardware.predictor.PredictorData;
import dev.skyline.hardware.predictor.PredictorSettings;
import dev.skyline.hardware.table.TableSettings;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.InvalidSettings.Violation;
import dev.skyline.plugin.ValidNames;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes the document of a target whose settings name a benchmark or an experiment in its place. From then on it is a
 * target like those whose document was sent: nothing that becomes of the benchmark or the experiment changes it.
 */
record TargetData(Catalogue catalogue, LatencySources sources) {

    private static final String DATA = "data";

    /**
     * The draft with its document, and with those of its settings that follow from where that comes from. A draft that has
     * a document, or names nothing, is returned as it is: settings that name something are then but a note.
     *
     * @throws InvalidSettings with what is wrong with the settings, or why there can be no document
     */
    TargetDraft complete(TargetDraft draft) {
        if (draft.data().isPresent()) {
            return draft;
        }
        Record settings = catalogue
                .targets()
                .get(draft.model().type())
                .settings(draft.model().settings());
        if (settings instanceof TableSettings table) {
            return written(
                    draft, sources.find(table.benchmark(), table.experiment()), source -> table(draft, table, source));
        }
        if (settings instanceof PredictorSettings predictor) {
            Optional<LatencySource> found = sources.find(predictor.benchmark(), predictor.experiment());
            if (found.isEmpty() && !predictor.known().isEmpty()) {
                throw new InvalidSettings(
                        LearnedData.KNOWN, "are devices of a benchmark or an experiment, of which none is named");
            }
            return written(
                    draft, found, source -> new LearnedData(draft, predictor, source, catalogue.spaces()).complete());
        }
        return draft;
    }

    private static TargetDraft written(
            TargetDraft draft, Optional<LatencySource> source, Function<LatencySource, TargetDraft> write) {
        TargetDraft complete = source.map(write).orElse(draft);
        int size = complete.data().map(TargetData::size).orElse(0);
        if (size > TargetDraft.MOST_DATA) {
            throw new InvalidSettings(
                    source.orElseThrow().setting(),
                    "makes a document of " + size + " bytes, of which " + TargetDraft.MOST_DATA + " are the most");
        }
        return complete;
    }

    private static int size(String data) {
        return data.getBytes(StandardCharsets.UTF_8).length;
    }

    private static TargetDraft table(TargetDraft draft, TableSettings settings, LatencySource source) {
        String device = settings.device(draft.name());
        if (!source.devices().contains(device)) {
            throw new InvalidSettings(LearnedData.COLUMN, unknown(source, device));
        }
        Map<String, Double> latencies = latencies(source, device, source.measured(device));
        return draft.with(draft.model(), new PredictorData(latencies, List.of(), Map.of()).write());
    }

    static Map<String, Double> latencies(LatencySource source, String device, List<String> architectures) {
        Map<String, Double> latencies = new LinkedHashMap<>();
        architectures.forEach(architecture -> latencies.put(architecture, source.latency(architecture, device)));
        return latencies;
    }

    static String unknown(LatencySource source, String device) {
        return source.title() + " has no measured latency of '" + device + "'" + ValidNames.of(source.devices());
    }

    /** What is wrong with a document that was written here is the fault of what it was written from. */
    static InvalidSettings blamed(InvalidSettings refused, TargetDraft draft) {
        Object benchmark = draft.model().settings().get(BenchmarkLatencies.SETTING);
        String setting =
                benchmark == null || benchmark.equals("") ? ExperimentLatencies.SETTING : BenchmarkLatencies.SETTING;
        return new InvalidSettings(refused.violations().stream()
                .map(violation -> violation.field().equals(DATA)
                        ? new Violation(setting, "makes no such data: " + violation.message())
                        : violation)
                .toList());
    }
}
