package dev.skyline.api.experiment;

import dev.skyline.api.openapi.Refuses;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.api.request.MergePatch;
import dev.skyline.api.request.RequestReader;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.Experiment.Editable;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentNotFound;
import dev.skyline.experiment.view.ExperimentSummaries;
import dev.skyline.search.Catalogue;
import dev.skyline.search.ControlExperiment;
import dev.skyline.search.EditBaselines;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;

/** What may be done to an experiment after it was submitted. */
@RestController
@RequestMapping(ExperimentController.PATH + "/{id}")
@Tag(name = "Experiments")
class ControlController {

    private final ControlExperiment control;
    private final EditBaselines baselines;
    private final ExperimentSummaries summaries;
    private final Catalogue catalogue;
    private final RequestReader reader;
    private final JsonMapper mapper;
    private final Clock clock;

    ControlController(
            ControlExperiment control,
            EditBaselines baselines,
            ExperimentSummaries summaries,
            Catalogue catalogue,
            RequestReader reader,
            JsonMapper mapper,
            Clock clock) {
        this.control = control;
        this.baselines = baselines;
        this.summaries = summaries;
        this.catalogue = catalogue;
        this.reader = reader;
        this.mapper = mapper;
        this.clock = clock;
    }

    @PostMapping("/pause")
    @Operation(
            operationId = "pauseExperiment",
            summary = "Begin no new trials for now",
            description = "Running trials finish.")
    @Refuses(ProblemType.CONFLICT)
    ExperimentView pause(@PathVariable UUID id) {
        return act(id, control::pause);
    }

    @PostMapping("/resume")
    @Operation(operationId = "resumeExperiment", summary = "Go on with a paused experiment")
    @Refuses(ProblemType.CONFLICT)
    ExperimentView resume(@PathVariable UUID id) {
        return act(id, control::resume);
    }

    @PostMapping("/stop")
    @Operation(
            operationId = "stopExperiment",
            summary = "End an experiment once its running trials have finished",
            description = "No new trials begin; the experiment then ends SUCCEEDED.")
    @Refuses(ProblemType.CONFLICT)
    ExperimentView stop(@PathVariable UUID id) {
        return act(id, control::stop);
    }

    @PostMapping("/cancel")
    @Operation(
            operationId = "cancelExperiment",
            summary = "End an experiment at once",
            description = "Running trials are cancelled.")
    @Refuses(ProblemType.CONFLICT)
    ExperimentView cancel(@PathVariable UUID id) {
        return act(id, control::cancel);
    }

    @PatchMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    @Operation(
            operationId = "updateExperiment",
            summary = "Change name, notes, labels, budget or parallelism",
            description =
                    "Also while it runs; after its end only name, notes and labels. The body is a JSON Merge Patch (RFC 7396).")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = EditRequest.Patch.class)))
    @Refuses(ProblemType.CONFLICT)
    ExperimentView edit(@PathVariable UUID id, @RequestBody JsonNode patch) {
        return act(id, experiment -> control.edit(experiment, editable -> edited(editable, patch)));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteExperiment",
            summary = "Delete an experiment with its trials and baselines",
            description = "One that has not ended is cancelled first.")
    void delete(@PathVariable UUID id) throws IOException {
        baselines.deleteAll(new ExperimentId(id));
        control.delete(new ExperimentId(id));
    }

    private ExperimentView act(UUID id, Function<ExperimentId, Experiment> action) {
        ExperimentId experiment = new ExperimentId(id);
        action.apply(experiment);
        return summaries
                .find(experiment)
                .map(summary -> ExperimentView.of(summary, catalogue, clock.instant()))
                .orElseThrow(() -> new ExperimentNotFound(experiment));
    }

    private Editable edited(Editable before, JsonNode patch) {
        JsonNode document = mapper.valueToTree(EditRequest.of(before));
        return reader.read(MergePatch.apply(document, patch), EditRequest.class)
                .orThrow()
                .toEditable(before);
    }
}
