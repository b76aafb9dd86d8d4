package dev.skyline.api.comparison;

import dev.skyline.api.PageOf;
import dev.skyline.api.experiment.Drafts;
import dev.skyline.api.experiment.PluginChoice;
import dev.skyline.api.idempotency.Idempotency;
import dev.skyline.api.problem.ProblemException;
import dev.skyline.api.request.RequestReader;
import dev.skyline.comparison.ComparisonId;
import dev.skyline.search.CompareStrategies;
import dev.skyline.search.DeleteComparison;
import dev.skyline.search.ReadComparison;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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
import java.util.UUID;

/** Comparisons: begin, watch, remove. */
@RestController
@RequestMapping(ComparisonController.PATH)
@Tag(name = "Comparisons", description = "Strategies on one search, with several seeds each")
class ComparisonController {

    static final String PATH = "/api/v1/comparisons";

    private final CompareStrategies compare;
    private final ReadComparison comparisons;
    private final DeleteComparison deletes;
    private final RequestReader reader;
    private final Idempotency idempotency;

    ComparisonController(
            CompareStrategies compare,
            ReadComparison comparisons,
            DeleteComparison deletes,
            RequestReader reader,
            Idempotency idempotency) {
        this.compare = compare;
        this.comparisons = comparisons;
        this.deletes = deletes;
        this.reader = reader;
        this.idempotency = idempotency;
    }

    @PostMapping
    @Operation(
            operationId = "createComparison",
            summary = "Compare strategies",
            description =
                    "Every strategy runs with every seed as an experiment labelled 'comparison', a few at a time.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ComparisonRequest.class)))
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ComparisonView> create(
            @RequestBody JsonNode body,
            @Parameter(description = Idempotency.ABOUT) @RequestHeader(name = Idempotency.HEADER, required = false)
                    String key,
            Principal caller) {
        ComparisonRequest request = reader.read(body, ComparisonRequest.class).orThrow();
        String id = idempotency.once(
                PATH,
                caller,
                key,
                body::toString,
                () -> compare.submit(
                                Drafts.of(request.spec()),
                                request.strategies().stream()
                                        .map(PluginChoice::toSpec)
                                        .toList(),
                                request.seedsOrDefault())
                        .id()
                        .toString());
        return ResponseEntity.created(URI.create(PATH + "/" + id)).body(get(UUID.fromString(id)));
    }

    @GetMapping
    @Operation(operationId = "listComparisons", summary = "List comparisons", description = "Newest first.")
    PageOf<ComparisonSummaryView> list(
            @Parameter(description = "From 0", schema = @Schema(type = "integer", defaultValue = "0"))
                    @RequestParam(required = false)
                    String page,
            @Parameter(
                            description = "Of a page",
                            schema = @Schema(type = "integer", defaultValue = "50", minimum = "1", maximum = "1000"))
                    @RequestParam(required = false)
                    String size) {
        return PageOf.of(
                comparisons.list(),
                page,
                size,
                comparison -> ComparisonSummaryView.of(comparison, comparisons.finished(comparison.id())));
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getComparison",
            summary = "Read what a comparison says",
            description = "Mean courses with confidence bands, ranks, and a paired test against random search.")
    ComparisonView get(@PathVariable UUID id) {
        return comparisons.read(new ComparisonId(id)).map(ComparisonView::of).orElseThrow(() -> unknown(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteComparison",
            summary = "Delete a comparison with its experiments",
            description = "Those that have not ended are cancelled first.")
    void delete(@PathVariable UUID id) {
        if (!deletes.delete(new ComparisonId(id))) {
            throw unknown(id);
        }
    }

    private static ProblemException unknown(UUID id) {
        return ProblemException.notFound("there is no comparison '" + id + "'");
    }
}
