package dev.skyline.api.suggestion;

import dev.skyline.api.openapi.Refuses;
import dev.skyline.api.problem.ProblemException;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.api.trial.TrialReader;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.Trial;
import dev.skyline.export.UntrainedModel;
import dev.skyline.search.ReadNetwork;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.UUID;

/** The network of a trial as a graph that other trainers can read. */
@RestController
@RequestMapping(SuggestionController.PATH + "/trials/{number}/untrained.onnx")
@Tag(name = "Ask and tell")
class UntrainedController {

    private final TrialReader trials;
    private final ReadNetwork networks;
    private final UntrainedModel models;

    UntrainedController(TrialReader trials, ReadNetwork networks, UntrainedModel models) {
        this.trials = trials;
        this.networks = networks;
        this.models = models;
    }

    @GetMapping
    @Operation(
            operationId = "getUntrainedModel",
            summary = "Read a trial's network as an ONNX file with random weights")
    @ApiResponse(
            responseCode = "200",
            description = "The model",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @Refuses(ProblemType.CONFLICT)
    ResponseEntity<byte[]> untrained(@PathVariable UUID id, @PathVariable int number) {
        Experiment experiment = trials.experiment(id);
        Trial trial = trials.trial(experiment, number);
        byte[] model = models.onnx(
                networks.of(experiment.spec(), trial.architecture())
                        .orElseThrow(
                                () -> ProblemException.notFound("the architectures of this search have no network")),
                trial.architecture().text());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(model);
    }
}
