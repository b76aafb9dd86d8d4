package dev.skyline.api.event;

import dev.skyline.api.trial.TrialReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import java.util.UUID;

/** Events of an experiment as they happen. */
@RestController
@Tag(name = "Experiments")
class EventController {

    private final TrialReader reader;
    private final EventService events;

    EventController(TrialReader reader, EventService events) {
        this.reader = reader;
        this.events = events;
    }

    @GetMapping(path = "/api/v1/experiments/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(operationId = "watchExperiment", summary = "Watch an experiment", description = """
                    Server-sent events, beginning with the present state:

                    * `experiment` {state, reason}: its state changed
                    * `trial` {number, state, sequence}: a trial began or ended; sequence is 0 until it has an outcome
                    * `epoch` {number, epoch, epochs, accuracy, trainingLoss, validationLoss}: a training has come so far

                    A comment every 15 s keeps the connection open. Events that happen while a client is away are not told
                    again: it reads the experiment anew when it comes back.""")
    @ApiResponse(
            responseCode = "200",
            description = "The stream; it does not end by itself",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string"),
                            examples = @io.swagger.v3.oas.annotations.media.ExampleObject("""
                                            id: 1
                                            event: experiment
                                            data: {"state":"RUNNING","reason":""}

                                            id: 2
                                            event: trial
                                            data: {"number":17,"state":"SUCCEEDED","sequence":18}

                                            """)))
    ResponseEntity<SseEmitter> watch(
            @PathVariable UUID id,
            @Parameter(description = "Sent by browsers that come back; of no consequence")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    String lastEventId) {
        return ResponseEntity.ok()
                // Proxies such as nginx would hold events back otherwise.
                .header("X-Accel-Buffering", "no")
                .body(events.watch(reader.experiment(id)));
    }
}
