package dev.skyline.api.baseline;

import dev.skyline.api.PageOf;
import dev.skyline.api.idempotency.Idempotency;
import dev.skyline.api.openapi.Refuses;
import dev.skyline.api.problem.ProblemException;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.api.request.UploadedFiles;
import dev.skyline.api.trial.TrialReader;
import dev.skyline.execution.ModelAppraiser.Description;
import dev.skyline.experiment.Baseline;
import dev.skyline.experiment.Baselines;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.search.EditBaselines;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.Principal;
import java.util.UUID;

/** Baselines of an experiment: upload, list, remove. */
@RestController
@RequestMapping("/api/v1/experiments/{id}/baselines")
@Tag(name = "Baselines")
class BaselineController {

    /** Largest model, in bytes: as much again is needed twice to open it. */
    private static final long LIMIT = 256L << 20;

    private final TrialReader experiments;
    private final Baselines baselines;
    private final EditBaselines edit;
    private final UploadedFiles files;
    private final Idempotency idempotency;

    BaselineController(
            TrialReader experiments,
            Baselines baselines,
            EditBaselines edit,
            UploadedFiles files,
            Idempotency idempotency) {
        this.experiments = experiments;
        this.baselines = baselines;
        this.edit = edit;
        this.files = files;
        this.idempotency = idempotency;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            operationId = "createBaseline",
            summary = "Upload a model to compare an experiment with",
            description =
                    "The file is opened and run once, in a process of its own; one that is no classifier leaves nothing"
                            + " behind. Its measurement follows in the background: on the experiment's samples, where they"
                            + " fit the model, and on those hardware targets that can measure an ONNX file.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                            schema = @Schema(implementation = BaselineFields.Form.class)))
    @Refuses(ProblemType.CONFLICT)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<BaselineView> create(
            @PathVariable UUID id,
            @Parameter(hidden = true) @RequestPart("file") MultipartFile file,
            @Parameter(description = Idempotency.ABOUT) @RequestHeader(name = Idempotency.HEADER, required = false)
                    String key,
            @Parameter(hidden = true) MultipartHttpServletRequest form,
            Principal caller)
            throws IOException {
        BaselineFields fields = BaselineFields.read(form);
        if (file.getSize() > LIMIT) {
            throw new ProblemException(ProblemType.TOO_LARGE, "a model may have " + (LIMIT >> 20) + " MB at most");
        }
        ExperimentId experiment = experiments.experiment(id).id();
        String baseline = files.use(file, path -> {
            Description description = look(experiment, path);
            return idempotency.once(
                    path(id),
                    caller,
                    key,
                    () -> describe(fields, path),
                    () -> register(experiment, fields, path, description));
        });
        return ResponseEntity.created(URI.create(path(id) + "/" + baseline)).body(get(id, UUID.fromString(baseline)));
    }

    @GetMapping
    @Operation(
            operationId = "listBaselines",
            summary = "List the baselines of an experiment",
            description = "Oldest first.")
    PageOf<BaselineView> list(
            @PathVariable UUID id,
            @Parameter(description = "From 0", schema = @Schema(type = "integer", defaultValue = "0"))
                    @RequestParam(required = false)
                    String page,
            @Parameter(
                            description = "Of a page",
                            schema = @Schema(type = "integer", defaultValue = "50", minimum = "1", maximum = "1000"))
                    @RequestParam(required = false)
                    String size) {
        return PageOf.of(baselines.of(experiments.experiment(id).id()), page, size, BaselineView::of);
    }

    @GetMapping("/{baseline}")
    @Operation(operationId = "getBaseline", summary = "Read a baseline")
    BaselineView get(@PathVariable UUID id, @PathVariable UUID baseline) {
        return baselines
                .find(baseline)
                .filter(found -> found.experiment().value().equals(id))
                .map(BaselineView::of)
                .orElseThrow(() -> unknown(baseline));
    }

    @DeleteMapping("/{baseline}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteBaseline", summary = "Delete a baseline")
    void delete(@PathVariable UUID id, @PathVariable UUID baseline) throws IOException {
        if (!edit.delete(new ExperimentId(id), baseline)) {
            throw unknown(baseline);
        }
    }

    private Description look(ExperimentId experiment, Path file) {
        try {
            return edit.look(experiment, file);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemType.UNAVAILABLE, "the service stops");
        }
    }

    private String register(ExperimentId experiment, BaselineFields fields, Path file, Description description) {
        try {
            Baseline baseline = edit.register(experiment, fields.name(), fields.accuracy(), file, description);
            return baseline.id().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String describe(BaselineFields fields, Path file) {
        try {
            return fields + UploadedFiles.sha256(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(UUID experiment) {
        return "/api/v1/experiments/" + experiment + "/baselines";
    }

    private static ProblemException unknown(UUID baseline) {
        return ProblemException.notFound("this experiment has no baseline " + baseline);
    }
}
