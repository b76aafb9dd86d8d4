package dev.skyline.api.hardware;

import dev.skyline.api.PageOf;
import dev.skyline.api.idempotency.Idempotency;
import dev.skyline.api.openapi.Refuses;
import dev.skyline.api.problem.ProblemException;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.search.DefineTarget;
import dev.skyline.search.EditTargets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
import org.springframework.web.multipart.MultipartHttpServletRequest;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.concurrent.atomic.AtomicReference;

/** Hardware targets: describe, list, remove. */
@RestController
@RequestMapping(TargetController.PATH)
@Tag(name = "Hardware targets")
class TargetController {

    static final String PATH = "/api/v1/hardware-targets";

    private static final String ABOUT =
            "What its model is made of is read at once: line and column of what is wrong with it"
                    + " are named. A model that is to be measured is CALIBRATING until that is done. What was exported is"
                    + " imported by sending it here.";

    private final TargetDrafts drafts;
    private final TargetViews views;
    private final DefineTarget define;
    private final EditTargets edit;
    private final TargetAgents agents;
    private final Idempotency idempotency;

    TargetController(
            TargetDrafts drafts,
            TargetViews views,
            DefineTarget define,
            EditTargets edit,
            TargetAgents agents,
            Idempotency idempotency) {
        this.drafts = drafts;
        this.views = views;
        this.define = define;
        this.edit = edit;
        this.agents = agents;
        this.idempotency = idempotency;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "createHardwareTarget", summary = "Describe a hardware target", description = ABOUT)
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
        return add(drafts.read(body, "data"), body, key, caller);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(operationId = "createHardwareTarget", summary = "Describe a hardware target", description = ABOUT)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                            schema = @Schema(implementation = TargetUpload.Form.class)))
    @Refuses(ProblemType.CONFLICT)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<TargetView> upload(
            @Parameter(description = Idempotency.ABOUT) @RequestHeader(name = Idempotency.HEADER, required = false)
                    String key,
            @Parameter(hidden = true) MultipartHttpServletRequest form,
            Principal caller)
            throws IOException {
        JsonNode body = TargetUpload.read(form);
        return add(drafts.read(body, "file"), body, key, caller);
    }

    private ResponseEntity<TargetView> add(TargetDrafts.Checked checked, JsonNode body, String key, Principal caller) {
        AtomicReference<String> token = new AtomicReference<>();
        String name = idempotency.once(PATH, caller, key, body::toString, () -> {
            define.add(checked.target(), checked.draft());
            agents.admit(checked.target()).ifPresent(token::set);
            return checked.target().name();
        });
        return ResponseEntity.created(URI.create(PATH + "/" + name))
                .body(get(name).withToken(token.get()));
    }

    @GetMapping
    @Operation(
            operationId = "listHardwareTargets",
            summary = "List hardware targets",
            description = "The service's own by name, then the devices of benchmarks, for experiments on these.")
    PageOf<TargetView> list(
            @Parameter(description = "From 0", schema = @Schema(type = "integer", defaultValue = "0"))
                    @RequestParam(required = false)
                    String page,
            @Parameter(
                            description = "Of a page",
                            schema = @Schema(type = "integer", defaultValue = "50", minimum = "1", maximum = "1000"))
                    @RequestParam(required = false)
                    String size) {
        return PageOf.of(views.list(), page, size, view -> view);
    }

    @GetMapping("/{name}")
    @Operation(operationId = "getHardwareTarget", summary = "Read a hardware target")
    TargetView get(@PathVariable String name) {
        return views.find(name).orElseThrow(() -> unknown(name));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteHardwareTarget",
            summary = "Delete a hardware target",
            description =
                    "What was measured on it stays. One that an experiment, or the making of another target, still measures"
                            + " on is not deleted, nor is host.")
    @Refuses(ProblemType.CONFLICT)
    void delete(@PathVariable String name) {
        if (!edit.delete(name)) {
            throw views.find(name)
                    .map(view -> new ProblemException(
                            ProblemType.CONFLICT,
                            "'" + name + "' is a device of benchmark '" + view.benchmark() + "' and goes with it"))
                    .orElseGet(() -> unknown(name));
        }
    }

    static ProblemException unknown(String name) {
        return ProblemException.notFound("there is no hardware target '" + name + "'");
    }
}
