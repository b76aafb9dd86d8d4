package dev.skyline.api.trial;

import dev.skyline.api.problem.ProblemException;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.Trial;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;

/** The trained model of a trial as a file. */
@RestController
@RequestMapping(TrialController.PATH + "/{number}/model")
@Tag(name = "Trials")
class ModelController {

    private static final int LONGEST_NAME = 60;

    private final TrialReader reader;
    private final ModelFiles models;

    ModelController(TrialReader reader, ModelFiles models) {
        this.reader = reader;
        this.models = models;
    }

    static String path(Trial trial) {
        return "/api/v1/experiments/" + trial.id().experiment() + "/trials/" + trial.number() + "/model";
    }

    @GetMapping
    @Operation(
            operationId = "getTrialModel",
            summary = "Download the trained model",
            description = "Of the best epoch. The ETag is the SHA-256 of the file.")
    @ApiResponse(
            responseCode = "200",
            description = "The model",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> model(
            @PathVariable UUID id,
            @PathVariable int number,
            @Parameter(
                            description = "onnx: opset 13, input [batch, channels, height, width] or [batch, features]",
                            schema = @Schema(allowableValues = "onnx", defaultValue = "onnx"))
                    @RequestParam(defaultValue = "onnx")
                    String format) {
        if (!format.equals("onnx")) {
            throw ProblemException.invalid("format", "there is no format '" + format + "'; valid is onnx");
        }
        Experiment experiment = reader.experiment(id);
        Trial trial = reader.trial(experiment, number);
        String hash = trial.model()
                .orElseThrow(() ->
                        ProblemException.notFound("trial " + number + " has no trained model: it is " + trial.state()));
        Path file = models.onnx(hash)
                .orElseThrow(() -> ProblemException.notFound("the model file of trial " + number + " is gone"));
        return ResponseEntity.ok()
                .eTag(hash)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(experiment, number))
                .body(new FileSystemResource(file));
    }

    private static String disposition(Experiment experiment, int number) {
        String name = fileName(experiment.editable().name()) + "-trial-" + number + ".onnx";
        return ContentDisposition.attachment().filename(name).build().toString();
    }

    /** The name of an experiment in the letters that every file system takes. */
    static String fileName(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String shortened = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        return shortened.isEmpty() ? "experiment" : shortened;
    }
}
