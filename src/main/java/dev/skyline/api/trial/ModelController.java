package dev.skyline.api.trial;

import dev.skyline.api.experiment.SpecView;
import dev.skyline.api.openapi.Refuses;
import dev.skyline.api.problem.ProblemException;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.Trial;
import dev.skyline.export.ExportDocuments;
import dev.skyline.export.ExportFailed;
import dev.skyline.export.ExportModel;
import dev.skyline.export.ExportOptions;
import dev.skyline.export.ExportedFile;
import dev.skyline.export.ModelFormat;
import dev.skyline.search.Catalogue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;

/** The trained model of a trial as a file, in a form that runs elsewhere. */
@RestController
@RequestMapping(TrialController.PATH + "/{number}/model")
@Tag(name = "Trials")
class ModelController {

    private static final int LONGEST_NAME = 60;

    private final TrialReader reader;
    private final ModelFiles models;
    private final ExportModel exports;
    private final JsonMapper mapper;
    private final Catalogue catalogue;

    ModelController(
            TrialReader reader, ModelFiles models, ExportModel exports, JsonMapper mapper, Catalogue catalogue) {
        this.reader = reader;
        this.models = models;
        this.exports = exports;
        this.mapper = mapper;
        this.catalogue = catalogue;
    }

    static String path(Trial trial) {
        return "/api/v1/experiments/" + trial.id().experiment() + "/trials/" + trial.number() + "/model";
    }

    @GetMapping
    @Operation(
            operationId = "getTrialModel",
            summary = "Download the trained model",
            description =
                    "Of the best epoch. Each answer is made and proved anew, in a few seconds: on up to 64 samples of"
                            + " the data set, the ONNX file under ONNX Runtime gives what the DL4J zip gives under DL4J.")
    @ApiResponse(
            responseCode = "200",
            description = "The model",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @Refuses({ProblemType.CONFLICT, ProblemType.UNAVAILABLE})
    void model(
            @PathVariable UUID id,
            @PathVariable int number,
            @Parameter(
                            description =
                                    "onnx: operator set 13, input [batch, channels, height, width] or [batch, features], output"
                                            + " probabilities. dl4j: a zip for ModelSerializer. java: a class that builds the"
                                            + " network with DL4J. bundle: a zip of all of these with weights, measurements,"
                                            + " pre-processing and licence",
                            schema =
                                    @Schema(
                                            allowableValues = {"onnx", "dl4j", "java", "bundle"},
                                            defaultValue = "onnx"))
                    @RequestParam(defaultValue = "onnx")
                    String format,
            @Parameter(
                            description = "Whether batch normalisation is folded into the layers before it",
                            schema = @Schema(type = "boolean", defaultValue = "false"))
                    @RequestParam(defaultValue = "false")
                    String fold,
            @Parameter(
                            description = "Of the weights",
                            schema = @Schema(allowableValues = "fp32", defaultValue = "fp32"))
                    @RequestParam(defaultValue = "fp32")
                    String precision,
            WebRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        ExportOptions options = ModelQuery.read(format, fold, precision);
        Experiment experiment = reader.experiment(id);
        Trial trial = reader.trial(experiment, number);
        String hash = trial.model()
                .orElseThrow(() ->
                        ProblemException.notFound("trial " + number + " has no trained model: it is " + trial.state()));
        Path model = models.onnx(hash)
                .orElseThrow(() -> ProblemException.notFound("the model file of trial " + number + " is gone"));
        if (request.checkNotModified(etag(experiment, trial, hash, options))) {
            return;
        }
        try (ExportedFile file = export(experiment, trial, model, options)) {
            send(file.file(), fileName(experiment, trial, options.format()), response);
        }
    }

    /** Weak, for zips have times in them; changes with all that is written into the file. */
    private static String etag(Experiment experiment, Trial trial, String hash, ExportOptions options) {
        String content = String.join(
                "|",
                hash,
                experiment.id().toString(),
                experiment.editable().name(),
                Integer.toString(trial.number()),
                options.toString());
        return "W/\"" + UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)) + "\"";
    }

    private ExportedFile export(Experiment experiment, Trial trial, Path model, ExportOptions options)
            throws InterruptedException {
        ExportDocuments documents = new ExportDocuments(
                pretty(SpecView.of(experiment.spec(), experiment.editable(), catalogue)), pretty(TrialView.of(trial)));
        try {
            return exports.export(experiment, trial, model, options, documents);
        } catch (ExportFailed e) {
            throw new ProblemException(
                    e.code().equals(ExportFailed.BUSY) ? ProblemType.UNAVAILABLE : ProblemType.CONFLICT,
                    "the model of trial " + trial.number() + " cannot be exported: " + e.getMessage());
        }
    }

    private String pretty(Object document) {
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document);
    }

    private static void send(Path file, String name, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setContentLengthLong(Files.size(file));
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        Files.copy(file, response.getOutputStream());
    }

    /** Java wants a file named as its class. */
    private static String fileName(Experiment experiment, Trial trial, ModelFormat format) {
        String name = fileName(experiment.editable().name()) + "-trial-" + trial.number();
        return switch (format) {
            case ONNX -> name + ".onnx";
            case DL4J -> name + "-dl4j.zip";
            case JAVA -> ExportModel.className(trial) + ".java";
            case BUNDLE -> name + ".zip";
        };
    }

    /** The name of an experiment in the letters that every file system takes. */
    static String fileName(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String shortened = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        return shortened.isEmpty() ? "experiment" : shortened;
    }
}
