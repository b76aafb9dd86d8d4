package dev.skyline.api.experiment;

import dev.skyline.api.idempotency.Idempotency;
import dev.skyline.api.request.RequestReader;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentNotFound;
import dev.skyline.experiment.view.ExperimentSummaries;
import dev.skyline.search.Catalogue;
import dev.skyline.search.CloneExperiment;
import dev.skyline.search.ReplayExperiment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.util.UUID;

/** Doing an experiment again: as a new one, or to see whether it comes out the same. */
@RestController
@RequestMapping(ExperimentController.PATH + "/{id}")
@Tag(name = "Experiments")
class CopyController {

    private final CloneExperiment copy;
    private final ReplayExperiment replay;
    private final ExperimentSummaries summaries;
    private final Catalogue catalogue;
    private final RequestReader reader;
    private final Idempotency idempotency;
    private final Clock clock;

    CopyController(
            CloneExperiment copy,
            ReplayExperiment replay,
            ExperimentSummaries summaries,
            Catalogue catalogue,
            RequestReader reader,
            Idempotency idempotency,
            Clock clock) {
        this.copy = copy;
        this.replay = replay;
        this.summaries = summaries;
        this.catalogue = catalogue;
        this.reader = reader;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @PostMapping("/clone")
    @Operation(
            operationId = "cloneExperiment",
            summary = "Begin the same search again",
            description = "With another name or seed; warm, it begins with what the original has evaluated.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = CloneRequest.class)))
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ExperimentView> copy(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable JsonNode given,
            @Parameter(description = Idempotency.ABOUT) @RequestHeader(name = Idempotency.HEADER, required = false)
                    String key,
            Principal caller) {
        JsonNode body = given == null ? JsonNodeFactory.instance.objectNode() : given;
        CloneRequest request = reader.read(body, CloneRequest.class).orThrow();
        String clone = idempotency.once(
                ExperimentController.PATH + "/" + id + "/clone",
                caller,
                key,
                body::toString,
                () -> copy.copy(new ExperimentId(id), request.changes()).id().toString());
        ExperimentId experiment = new ExperimentId(UUID.fromString(clone));
        return ResponseEntity.created(URI.create(ExperimentController.PATH + "/" + clone))
                .body(summaries
                        .find(experiment)
                        .map(summary -> ExperimentView.of(summary, catalogue, clock.instant()))
                        .orElseThrow(() -> new ExperimentNotFound(experiment)));
    }

    @PostMapping("/replay")
    @Operation(
            operationId = "replayExperiment",
            summary = "See whether a search is reproducible",
            description = "Feeds the strategy what it knew at each proposal, and compares. Changes nothing.")
    ReplayView replay(@PathVariable UUID id) {
        return ReplayView.of(replay.replay(new ExperimentId(id)));
    }
}
