package dev.skyline.api.agent;

import dev.skyline.api.openapi.Refuses;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.hardware.agent.MeasuringJob;
import dev.skyline.hardware.agent.ServeAgents;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.security.Principal;
import java.util.UUID;

/** What an agent does with a job that it has. */
@RestController
@RequestMapping(AgentController.PATH + "/jobs/{job}")
@Tag(name = "Agents")
class JobController {

    private final AgentJson json;
    private final ServeAgents serve;

    JobController(AgentJson json, ServeAgents serve) {
        this.json = json;
        this.serve = serve;
    }

    @GetMapping("/model")
    @Operation(operationId = "getMeasuringModel", summary = "Read the ONNX file of a job")
    @ApiResponse(
            responseCode = "200",
            description = "The model",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @Refuses(ProblemType.CONFLICT)
    ResponseEntity<byte[]> model(
            @PathVariable UUID job,
            @Parameter(description = "Of the job") @RequestParam String lease,
            Principal agent) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(serve.model(agent.getName(), job, AgentJson.id("lease", lease)));
    }

    @PostMapping(path = "/result", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "reportMeasurement",
            summary = "Report what was measured",
            description =
                    "Recorded once: the same result may be sent again until it is answered. One of a lapsed lease,"
                            + " or of another job, is refused.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ResultRequest.class)))
    @Refuses(ProblemType.CONFLICT)
    ResultView result(@PathVariable UUID job, @RequestBody String body, Principal agent) {
        ResultRequest request = json.read(body, ResultRequest.class);
        MeasuringJob measured = serve.report(
                agent.getName(),
                job,
                AgentJson.id("lease", request.lease()),
                terms -> request.report(terms.batchSize()));
        return new ResultView(measured.isRepeated());
    }

    @PostMapping(path = "/failure", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "reportMeasuringFailure",
            summary = "Report that a model cannot be measured",
            description = "The trial fails with this code and message; the search goes on.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = FailureRequest.class)))
    @Refuses(ProblemType.CONFLICT)
    void failure(@PathVariable UUID job, @RequestBody String body, Principal agent) {
        FailureRequest request = json.read(body, FailureRequest.class);
        serve.fail(agent.getName(), job, AgentJson.id("lease", request.lease()), request.code(), request.message());
    }
}
