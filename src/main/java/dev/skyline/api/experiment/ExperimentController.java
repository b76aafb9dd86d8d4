package dev.skyline.api.experiment;

import dev.skyline.api.PageOf;
import dev.skyline.api.idempotency.Idempotency;
import dev.skyline.api.problem.Fault;
import dev.skyline.api.problem.ProblemException;
import dev.skyline.api.request.Reading;
import dev.skyline.api.request.RequestReader;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentNotFound;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.view.ExperimentSummaries;
import dev.skyline.search.Catalogue;
import dev.skyline.search.CheckDraft;
import dev.skyline.search.CheckDraft.Checked;
import dev.skyline.search.CompareStrategies;
import dev.skyline.search.Draft;
import dev.skyline.search.InvalidExperiment;
import dev.skyline.search.SubmitExperiment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Experiments: submit, check, list, read. */
@RestController
@RequestMapping(ExperimentController.PATH)
@Tag(name = "Experiments")
class ExperimentController {

    static final String PATH = "/api/v1/experiments";

    private final RequestReader reader;
    private final CheckDraft check;
    private final SubmitExperiment submit;
    private final ExperimentSummaries summaries;
    private final Catalogue catalogue;
    private final Idempotency idempotency;
    private final Clock clock;

    ExperimentController(
            RequestReader reader,
            CheckDraft check,
            SubmitExperiment submit,
            ExperimentSummaries summaries,
            Catalogue catalogue,
            Idempotency idempotency,
            Clock clock) {
        this.reader = reader;
        this.check = check;
        this.submit = submit;
        this.summaries = summaries;
        this.catalogue = catalogue;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @PostMapping
    @Operation(
            operationId = "createExperiment",
            summary = "Begin a search",
            description = "The search begins at once, unless start is false.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ExperimentRequest.class)))
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ExperimentView> create(
            @RequestBody JsonNode body,
            @Parameter(description = Idempotency.ABOUT) @RequestHeader(name = Idempotency.HEADER, required = false)
                    String key,
            Principal caller) {
        Draft draft = draft(body);
        String id = idempotency.once(
                PATH,
                caller,
                key,
                body::toString,
                () -> submit.submit(draft).id().toString());
        return ResponseEntity.created(URI.create(PATH + "/" + id)).body(view(UUID.fromString(id)));
    }

    @PostMapping("/validate")
    @Operation(
            operationId = "validateExperiment",
            summary = "Check a search without beginning it",
            description = "Answers with the spec that the search would have, every default spelt out.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ExperimentRequest.class)))
    ValidationView validate(@RequestBody JsonNode body) {
        Checked checked = check.check(draft(body));
        return new ValidationView(
                SpecView.of(checked.spec(), checked.editable(), catalogue),
                checked.warning().stream().toList());
    }

    @GetMapping
    @Operation(operationId = "listExperiments", summary = "List experiments", description = "Newest first by default.")
    PageOf<ExperimentView> list(
            @Parameter(
                            description = "Only those in this state; may be repeated",
                            array = @ArraySchema(schema = @Schema(implementation = ExperimentState.class)))
                    @RequestParam(required = false)
                    List<String> state,
            @Parameter(description = "Only those with this in their name, upper and lower case alike")
                    @RequestParam(required = false)
                    String name,
            @Parameter(description = "Only those with this label") @RequestParam(required = false) String label,
            @Parameter(
                            description =
                                    "Only those without this label; the runs of comparisons have the one given here",
                            example = CompareStrategies.LABEL)
                    @RequestParam(required = false)
                    String exclude,
            @Parameter(description = "From 0", schema = @Schema(type = "integer", defaultValue = "0"))
                    @RequestParam(required = false)
                    String page,
            @Parameter(
                            description = "Of a page",
                            schema = @Schema(type = "integer", defaultValue = "50", minimum = "1", maximum = "1000"))
                    @RequestParam(required = false)
                    String size,
            @Parameter(description = ExperimentQuery.SORT, example = "createdAt,desc") @RequestParam(required = false)
                    String sort) {
        ExperimentQuery query = ExperimentQuery.read(state, name, label, exclude, page, size, sort);
        return PageOf.of(
                summaries.page(query.filter(), query.sort(), query.page()),
                summary -> ExperimentView.of(summary, catalogue, clock.instant()));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getExperiment", summary = "Read an experiment")
    ExperimentView get(@PathVariable UUID id) {
        return view(id);
    }

    private ExperimentView view(UUID id) {
        ExperimentId experiment = new ExperimentId(id);
        return summaries
                .find(experiment)
                .map(summary -> ExperimentView.of(summary, catalogue, clock.instant()))
                .orElseThrow(() -> new ExperimentNotFound(experiment));
    }

    /**
     * The draft that a body describes. Where the body is at fault, what can be read of it is checked all the same, so that
     * the client hears of everything at once.
     */
    private Draft draft(JsonNode body) {
        Reading<ExperimentRequest> reading = reader.read(body, ExperimentRequest.class);
        if (reading.faults().isEmpty()) {
            return Drafts.of(reading.value());
        }
        throw ProblemException.invalid(reading.value() == null ? reading.faults() : reading.plus(further(reading)));
    }

    private List<Fault> further(Reading<ExperimentRequest> reading) {
        try {
            check.check(Drafts.of(reading.value()));
            return List.of();
        } catch (InvalidExperiment e) {
            return e.faults().stream()
                    .map(fault -> new Fault(fault.field(), fault.message()))
                    .toList();
        }
    }
}
