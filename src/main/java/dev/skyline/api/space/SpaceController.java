package dev.skyline.api.space;

import dev.skyline.api.PageOf;
import dev.skyline.api.idempotency.Idempotency;
import dev.skyline.api.openapi.Refuses;
import dev.skyline.api.problem.Fault;
import dev.skyline.api.problem.ProblemException;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.api.request.Reading;
import dev.skyline.api.request.RequestReader;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.space.StoredSpace;
import dev.skyline.space.StoredSpaces;
import dev.skyline.space.document.DocumentSpace;
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

import java.math.BigInteger;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Search spaces by name: store, list, remove. */
@RestController
@RequestMapping(SpaceController.PATH)
@Tag(name = "Search spaces")
class SpaceController {

    static final String PATH = "/api/v1/search-spaces";

    private final RequestReader reader;
    private final StoredSpaces spaces;
    private final Idempotency idempotency;
    private final Clock clock;

    SpaceController(RequestReader reader, StoredSpaces spaces, Idempotency idempotency, Clock clock) {
        this.reader = reader;
        this.spaces = spaces;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @PostMapping
    @Operation(
            operationId = "createSearchSpace",
            summary = "Store a search space",
            description =
                    "Experiments use it by {\"type\": \"user-defined\", \"settings\": {\"name\": \"my-space\"}} and keep"
                            + " a copy. Whether it fits a data set is checked with the experiment.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = SpaceRequest.class)))
    @Refuses(ProblemType.CONFLICT)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SpaceView> create(
            @RequestBody JsonNode body,
            @Parameter(description = Idempotency.ABOUT) @RequestHeader(name = Idempotency.HEADER, required = false)
                    String key,
            Principal caller) {
        StoredSpace space = space(reader.read(body, SpaceRequest.class));
        String name = idempotency.once(PATH, caller, key, body::toString, () -> {
            if (!spaces.add(space)) {
                throw new ProblemException(
                        ProblemType.CONFLICT, "there is a search space '" + space.name() + "' already");
            }
            return space.name();
        });
        return ResponseEntity.created(URI.create(PATH + "/" + name)).body(get(name));
    }

    @GetMapping
    @Operation(operationId = "listSearchSpaces", summary = "List stored search spaces", description = "By name.")
    PageOf<SpaceView> list(
            @Parameter(description = "From 0", schema = @Schema(type = "integer", defaultValue = "0"))
                    @RequestParam(required = false)
                    String page,
            @Parameter(
                            description = "Of a page",
                            schema = @Schema(type = "integer", defaultValue = "50", minimum = "1", maximum = "1000"))
                    @RequestParam(required = false)
                    String size) {
        return PageOf.of(spaces.list(), page, size, SpaceView::of);
    }

    @GetMapping("/{name}")
    @Operation(operationId = "getSearchSpace", summary = "Read a stored search space")
    SpaceView get(@PathVariable String name) {
        return spaces.find(name).map(SpaceView::of).orElseThrow(() -> unknown(name));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteSearchSpace",
            summary = "Delete a stored search space",
            description = "Experiments that were begun with it go on: they have copies.")
    void delete(@PathVariable String name) {
        if (spaces.find(name).isEmpty()) {
            throw unknown(name);
        }
        spaces.delete(name);
    }

    private StoredSpace space(Reading<SpaceRequest> reading) {
        SpaceRequest request = reading.value();
        if (request == null || request.document() == null) {
            return new Reading<StoredSpace>(null, reading.faults()).orThrow();
        }
        try {
            BigInteger size = DocumentSpace.check(request.document());
            reading.orThrow();
            String about = Optional.ofNullable(request.about()).orElse("");
            return new StoredSpace(
                    request.name(),
                    about,
                    request.document(),
                    size,
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
        } catch (InvalidSettings e) {
            throw ProblemException.invalid(reading.plus(e.violations().stream()
                    .map(violation -> new Fault(violation.field(), violation.message()))
                    .toList()));
        }
    }

    private static ProblemException unknown(String name) {
        return ProblemException.notFound("there is no search space '" + name + "'");
    }
}
