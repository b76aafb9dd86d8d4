package dev.skyline.api.suggestion;

import dev.skyline.api.idempotency.Idempotency;
import dev.skyline.api.openapi.Refuses;
import dev.skyline.api.problem.Fault;
import dev.skyline.api.problem.ProblemException;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.api.request.MetricNames;
import dev.skyline.api.request.RequestReader;
import dev.skyline.api.suggestion.ImportRequest.FinishedTrial;
import dev.skyline.api.trial.TrialReader;
import dev.skyline.api.trial.TrialView;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialId;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurements;
import dev.skyline.search.AskTrials;
import dev.skyline.search.ImportTrials;
import dev.skyline.search.ImportTrials.Finished;
import dev.skyline.search.MissingValues;
import dev.skyline.search.TellTrial;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Ask and tell. */
@RestController
@RequestMapping(SuggestionController.PATH)
@Tag(name = "Ask and tell", description = "Trials for your own trainer, and what came of them")
class SuggestionController {

    static final String PATH = "/api/v1/experiments/{id}";

    private final AskTrials ask;
    private final TellTrial tell;
    private final ImportTrials imports;
    private final TrialReader trials;
    private final RequestReader reader;
    private final Idempotency idempotency;

    SuggestionController(
            AskTrials ask,
            TellTrial tell,
            ImportTrials imports,
            TrialReader trials,
            RequestReader reader,
            Idempotency idempotency) {
        this.ask = ask;
        this.tell = tell;
        this.imports = imports;
        this.trials = trials;
        this.reader = reader;
        this.idempotency = idempotency;
    }

    @PostMapping("/suggestions")
    @Operation(
            operationId = "askTrials",
            summary = "Ask for trials",
            description = "For experiments with the estimator external. Gives first what the client has already, then"
                    + " what silent clients had, then new trials. May be repeated at any time.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = SuggestionRequest.class)))
    @Refuses(ProblemType.CONFLICT)
    SuggestionsView suggest(@PathVariable UUID id, @RequestBody JsonNode body) {
        SuggestionRequest request = reader.read(body, SuggestionRequest.class).orThrow();
        int count = request.count() == null ? 1 : request.count();
        return SuggestionsView.of(
                PATH.replace("{id}", id.toString()), ask.ask(new ExperimentId(id), count, request.clientId()));
    }

    @PostMapping("/trials/{number}/measurements")
    @Operation(
            operationId = "tellEpoch",
            summary = "Tell a point of the learning curve",
            description = "Prolongs the client's lease. The answer says whether to go on.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = EpochRequest.class)))
    @Refuses(ProblemType.CONFLICT)
    AnswerView epoch(@PathVariable UUID id, @PathVariable int number, @RequestBody JsonNode body) {
        EpochRequest request = reader.read(body, EpochRequest.class).orThrow();
        Trial trial = trials.trial(trials.experiment(id), number);
        return AnswerView.of(tell.epoch(
                trial.id(),
                Optional.ofNullable(request.clientId()),
                request.report(trial.fidelity().epochs())));
    }

    @PostMapping("/trials/{number}/complete")
    @Operation(
            operationId = "tellEnd",
            summary = "Tell the end of a trial",
            description = "Recorded once; telling the same again gives the same answer.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = CompletionRequest.class)))
    @Refuses(ProblemType.CONFLICT)
    TrialView complete(@PathVariable UUID id, @PathVariable int number, @RequestBody JsonNode body) {
        CompletionRequest request = reader.read(body, CompletionRequest.class).orThrow();
        if (!request.isOneThing()) {
            throw ProblemException.invalid("", "exactly one of measurements, infeasible and failed is needed");
        }
        return TrialView.of(tell.complete(
                new TrialId(new ExperimentId(id), number),
                Optional.ofNullable(request.clientId()),
                (experiment, trial) -> request.outcome(
                        request.measurements() == null
                                ? Measurements.none()
                                : measurements(experiment, trial, request.measurements()))));
    }

    @PostMapping("/trials/import")
    @Operation(
            operationId = "importTrials",
            summary = "Add trials that were evaluated elsewhere",
            description = "All of them or none. The budget grows by their number, so that as many remain.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ImportRequest.class)))
    @Refuses(ProblemType.CONFLICT)
    ImportView add(
            @PathVariable UUID id,
            @RequestBody JsonNode body,
            @Parameter(description = Idempotency.ABOUT) @RequestHeader(name = Idempotency.HEADER, required = false)
                    String key,
            Principal caller) {
        ImportRequest request = reader.read(body, ImportRequest.class).orThrow();
        Experiment experiment = trials.experiment(id);
        MetricNames names = new MetricNames(experiment.spec().hardwareTargets());
        List<Fault> faults = new ArrayList<>();
        List<Finished> finished = new ArrayList<>();
        for (int i = 0; i < request.trials().size(); i++) {
            FinishedTrial trial = request.trials().get(i);
            finished.add(new Finished(
                    trial.architecture(),
                    Optional.ofNullable(trial.epochs()).map(Fidelity::epochs),
                    ToldMeasurement.read(trial.measurements(), names, "trials[" + i + "].measurements", faults)));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        String source = request.source() == null ? "imported" : request.source();
        String first = idempotency.once(
                PATH.replace("{id}", id.toString()) + "/trials/import",
                caller,
                key,
                body::toString,
                () -> Integer.toString(
                        imports.add(experiment.id(), finished, source).get(0).number()));
        return ImportView.of(Integer.parseInt(first), finished.size());
    }

    private static Measurements measurements(Experiment experiment, Trial trial, List<ToldMeasurement> told) {
        List<Fault> faults = new ArrayList<>();
        MetricNames names = new MetricNames(experiment.spec().hardwareTargets());
        Measurements read = ToldMeasurement.read(told, names, "measurements", faults);
        String missing = MissingValues.of(
                experiment.spec().problem(), trial.measurements().plus(read));
        if (faults.isEmpty() && !missing.isEmpty()) {
            faults.add(new Fault("measurements", "must give " + missing));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return read;
    }
}
