package dev.skyline.api.hardware;

import dev.skyline.api.PageOf;
import dev.skyline.api.idempotency.Idempotency;
import dev.skyline.api.openapi.Refuses;
import dev.skyline.api.problem.Fault;
import dev.skyline.api.problem.ProblemException;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.api.request.Reading;
import dev.skyline.api.request.RequestReader;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.plugin.UnknownPlugin;
import dev.skyline.search.Catalogue;
import dev.skyline.search.EditTargets;
import dev.skyline.search.ListTargets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hardware targets: describe, list, remove. */
@RestController
@RequestMapping(TargetController.PATH)
@Tag(name = "Hardware targets")
class TargetController {

    static final String PATH = "/api/v1/hardware-targets";

    private final RequestReader reader;
    private final Catalogue catalogue;
    private final ListTargets targets;
    private final EditTargets edit;
    private final Idempotency idempotency;
    private final Clock clock;

    TargetController(
            RequestReader reader,
            Catalogue catalogue,
            ListTargets targets,
            EditTargets edit,
            Idempotency idempotency,
            Clock clock) {
        this.reader = reader;
        this.catalogue = catalogue;
        this.targets = targets;
        this.edit = edit;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @PostMapping
    @Operation(operationId = "createHardwareTarget", summary = "Describe a hardware target")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = TargetRequest.class)))
    @Refuses(ProblemType.CONFLICT)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<TargetView> create(
            @RequestBody JsonNode body,
            @Parameter(description = Idempotency.ABOUT) @RequestHeader(name = Idempotency.HEADER, required = false)
                    String key,
            Principal caller) {
        HardwareTargetSpec target = target(body);
        String name = idempotency.once(PATH, caller, key, body::toString, () -> {
            edit.add(target);
            return target.name();
        });
        return ResponseEntity.created(URI.create(PATH + "/" + name)).body(get(name));
    }

    @GetMapping
    @Operation(
            operationId = "listHardwareTargets",
            summary = "List hardware targets",
            description =
                    "By name. Devices that benchmarks have columns for are among them, of kind table; their setting"
                            + " benchmark names it.")
    PageOf<TargetView> list(
            @Parameter(description = "From 0", schema = @Schema(type = "integer", defaultValue = "0"))
                    @RequestParam(required = false)
                    String page,
            @Parameter(
                            description = "Of a page",
                            schema = @Schema(type = "integer", defaultValue = "50", minimum = "1", maximum = "1000"))
                    @RequestParam(required = false)
                    String size) {
        return PageOf.of(targets.all(), page, size, target -> TargetView.of(target, catalogue));
    }

    @GetMapping("/{name}")
    @Operation(operationId = "getHardwareTarget", summary = "Read a hardware target")
    TargetView get(@PathVariable String name) {
        return targets.find(name)
                .map(target -> TargetView.of(target, catalogue))
                .orElseThrow(() -> unknown(name));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteHardwareTarget",
            summary = "Delete a hardware target",
            description =
                    "What was measured on it stays. One that an experiment still measures on is not deleted, nor is"
                            + " host, nor a column of a benchmark.")
    @Refuses(ProblemType.CONFLICT)
    void delete(@PathVariable String name) {
        if (!edit.delete(name)) {
            targets.refuseColumn(name);
            throw unknown(name);
        }
    }

    private HardwareTargetSpec target(JsonNode body) {
        Reading<TargetRequest> reading = reader.read(body, TargetRequest.class);
        TargetRequest request = reading.value();
        if (request == null || request.kind() == null) {
            return new Reading<HardwareTargetSpec>(null, reading.faults()).orThrow();
        }
        PluginSpec given = new PluginSpec(
                request.kind(), Optional.ofNullable(request.settings()).orElse(Map.of()));
        try {
            PluginSpec model = catalogue.targets().complete(given);
            reading.orThrow();
            String description = Optional.ofNullable(request.description()).orElse("");
            return new HardwareTargetSpec(
                    request.name(), model, description, clock.instant().truncatedTo(ChronoUnit.MICROS));
        } catch (UnknownPlugin e) {
            throw ProblemException.invalid(reading.plus(List.of(new Fault("kind", e.getMessage()))));
        } catch (InvalidSettings e) {
            throw ProblemException.invalid(reading.plus(e.violations().stream()
                    .map(v -> new Fault(v.field().isEmpty() ? "settings" : "settings." + v.field(), v.message()))
                    .toList()));
        }
    }

    private static ProblemException unknown(String name) {
        return ProblemException.notFound("there is no hardware target '" + name + "'");
    }
}
