package dev.skyline.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skyline.api.problem.ProblemType;
import io.swagger.v3.core.util.Json31;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The examples of the description, JSON files under {@code /openapi}. */
@Component
class ExampleFiles {

    /** What a client sends to an operation. */
    Optional<JsonNode> request(String operationId) {
        return read("/openapi/requests/" + operationId + ".json");
    }

    /** What an operation answers. */
    Optional<JsonNode> answer(String operationId) {
        return read("/openapi/answers/" + operationId + ".json");
    }

    JsonNode problem(ProblemType type) {
        return read("/openapi/problems/" + type.slug() + ".json").orElseThrow();
    }

    private static Optional<JsonNode> read(String resource) {
        try (InputStream in = ExampleFiles.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(Json31.mapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
