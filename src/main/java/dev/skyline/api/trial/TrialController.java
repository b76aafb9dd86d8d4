package dev.skyline.api.trial;

import dev.skyline.api.PageOf;
import dev.skyline.execution.LearningCurves;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.SecondMeasurements;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialState;
import dev.skyline.experiment.view.TrialTable;
import dev.skyline.search.ReadNetwork;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The trials of an experiment. */
@RestController
@RequestMapping(TrialController.PATH)
@Tag(name = "Trials")
class TrialController {

    static final String PATH = "/api/v1/experiments/{id}/trials";

    private final TrialReader reader;
    private final TrialTable table;
    private final LearningCurves curves;
    private final ReadNetwork networks;
    private final SecondMeasurements second;

    TrialController(
            TrialReader reader,
            TrialTable table,
            LearningCurves curves,
            ReadNetwork networks,
            SecondMeasurements second) {
        this.reader = reader;
        this.table = table;
        this.curves = curves;
        this.networks = networks;
        this.second = second;
    }

    @GetMapping
    @Operation(operationId = "listTrials", summary = "List the trials of an experiment", description = "By number.")
    PageOf<TrialView> list(
            @PathVariable UUID id,
            @Parameter(
                            description = "Only those in this state; may be repeated",
                            array = @ArraySchema(schema = @Schema(implementation = TrialState.class)))
                    @RequestParam(required = false)
                    List<String> state,
            @Parameter(description = "From 0", schema = @Schema(type = "integer", defaultValue = "0"))
                    @RequestParam(required = false)
                    String page,
            @Parameter(
                            description = "Of a page",
                            schema = @Schema(type = "integer", defaultValue = "50", minimum = "1", maximum = "1000"))
                    @RequestParam(required = false)
                    String size,
            @Parameter(description = TrialQuery.SORT, example = "accuracy,desc") @RequestParam(required = false)
                    String sort) {
        Experiment experiment = reader.experiment(id);
        TrialQuery query = TrialQuery.read(experiment.spec(), state, page, size, sort);
        return PageOf.of(table.page(experiment.id(), query.states(), query.sort(), query.page()), TrialView::of);
    }

    @GetMapping("/{number}")
    @Operation(
            operationId = "getTrial",
            summary = "Read a trial in full",
            description = "With its learning curve, its measurements and its network.")
    TrialDetailView get(@PathVariable UUID id, @PathVariable int number) {
        Experiment experiment = reader.experiment(id);
        Trial trial = reader.trial(experiment, number);
        Map<String, String> links = trial.model()
                .map(hash -> Map.of("model", ModelController.path(trial)))
                .orElse(Map.of());
        return TrialDetailView.of(
                trial,
                curves.of(trial.id()),
                networks.of(experiment.spec(), trial.architecture()),
                second.of(experiment.id()).stream()
                        .filter(again -> again.trial().equals(trial.id()))
                        .findFirst(),
                links);
    }
}
