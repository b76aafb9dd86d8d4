package dev.skyline.api.hardware;

import dev.skyline.api.problem.Fault;
import dev.skyline.api.problem.ProblemException;
import dev.skyline.api.request.Reading;
import dev.skyline.api.request.RequestReader;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.plugin.UnknownPlugin;
import dev.skyline.search.DefineTarget;
import dev.skyline.search.TargetDraft;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads descriptions of hardware targets, and tells all that is wrong with one. */
@Component
class TargetDrafts {

    /** Name of one that has none, while the rest is looked at. */
    private static final String UNNAMED = "unnamed";

    private static final String DATA = "data";

    private final RequestReader reader;
    private final DefineTarget define;

    record Checked(TargetDraft draft, HardwareTargetSpec target) {}

    TargetDrafts(RequestReader reader, DefineTarget define) {
        this.reader = reader;
        this.define = define;
    }

    /** @param dataField what the request calls the data */
    Checked read(JsonNode body, String dataField) {
        Reading<TargetRequest> reading = reader.read(body, TargetRequest.class);
        TargetRequest request = reading.value();
        if (request == null || request.kind() == null) {
            return new Reading<Checked>(null, reading.faults()).orThrow();
        }
        TargetDraft draft = draft(request);
        try {
            HardwareTargetSpec target = define.check(draft);
            reading.orThrow();
            return new Checked(draft, target);
        } catch (UnknownPlugin e) {
            throw ProblemException.invalid(reading.plus(List.of(new Fault("kind", e.getMessage()))));
        } catch (InvalidSettings e) {
            throw ProblemException.invalid(reading.plus(e.violations().stream()
                    .map(violation -> new Fault(field(violation.field(), dataField), violation.message()))
                    .toList()));
        }
    }

    private static TargetDraft draft(TargetRequest request) {
        String name = request.name() != null && HardwareTargetSpec.isName(request.name()) ? request.name() : UNNAMED;
        return new TargetDraft(
                name,
                new PluginSpec(
                        request.kind(), Optional.ofNullable(request.settings()).orElse(Map.of())),
                Optional.ofNullable(request.description()).orElse(""),
                Optional.ofNullable(request.data()));
    }

    private static String field(String setting, String dataField) {
        if (setting.equals(DATA)) {
            return dataField;
        }
        return setting.isEmpty() ? "settings" : "settings." + setting;
    }
}
