package dev.skyline.api.hardware;

import dev.skyline.api.openapi.Refuses;
import dev.skyline.api.problem.ProblemException;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.api.request.RequestReader;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.HardwareTargets;
import dev.skyline.hardware.TargetDocuments;
import dev.skyline.search.Catalogue;
import dev.skyline.search.TestTarget;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What hardware targets are made of, and what they say. */
@RestController
@RequestMapping(TargetController.PATH + "/{name}")
@Tag(name = "Hardware targets")
class TargetModelController {

    private static final String CSV = "text/csv";

    private final HardwareTargets targets;
    private final TargetDocuments documents;
    private final Catalogue catalogue;
    private final TestTarget test;
    private final RequestReader reader;

    TargetModelController(
            HardwareTargets targets,
            TargetDocuments documents,
            Catalogue catalogue,
            TestTarget test,
            RequestReader reader) {
        this.targets = targets;
        this.documents = documents;
        this.catalogue = catalogue;
        this.test = test;
        this.reader = reader;
    }

    @GetMapping("/export")
    @Operation(
            operationId = "exportHardwareTarget",
            summary = "Download a hardware target",
            description =
                    "JSON has all of it, and is imported by sending it to where targets are created; CSV is the data"
                            + " that its model is made of, alone.")
    @ApiResponse(
            responseCode = "200",
            description = "The target",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = TargetDocument.class)),
                @Content(mediaType = CSV, schema = @Schema(type = "string"))
            })
    ResponseEntity<Object> export(
            @PathVariable String name,
            @Parameter(
                            description = "Of the file",
                            schema =
                                    @Schema(
                                            allowableValues = {"json", "csv"},
                                            defaultValue = "json"))
                    @RequestParam(defaultValue = "json")
                    String format) {
        HardwareTargetSpec target = target(name);
        Optional<String> data = target.data().map(hash -> new String(documents.read(hash), StandardCharsets.UTF_8));
        return switch (format) {
            case "json" ->
                attached(name + ".json", MediaType.APPLICATION_JSON)
                        .body(TargetDocument.of(
                                target,
                                catalogue.targets().ordered(target.model()).settings(),
                                data.orElse(null)));
            case "csv" ->
                attached(name + ".csv", new MediaType("text", "csv", StandardCharsets.UTF_8))
                        .body(data.orElseThrow(() ->
                                ProblemException.notFound("the hardware target '" + name + "' is made of no data")));
            default ->
                throw ProblemException.invalid("format", "there is no format '" + format + "'; valid are json, csv");
        };
    }

    @PostMapping("/test")
    @Operation(
            operationId = "testHardwareTarget",
            summary = "Ask a hardware target about an architecture",
            description = "Modelled targets answer at once; others measure a network of random weights, as soon as the"
                    + " trainings that run have come to a halt.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = TargetTest.Request.class)))
    @Refuses(ProblemType.CONFLICT)
    TargetTest.Answer test(@PathVariable String name, @RequestBody JsonNode body) throws InterruptedException {
        HardwareTargetSpec target = target(name);
        TestTarget.Question question =
                reader.read(body, TargetTest.Request.class).orThrow().question();
        return TargetTest.Answer.of(test.ask(target, question));
    }

    private HardwareTargetSpec target(String name) {
        return targets.find(name).orElseThrow(() -> TargetController.unknown(name));
    }

    private static ResponseEntity.BodyBuilder attached(String file, MediaType type) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .contentType(type);
    }
}
