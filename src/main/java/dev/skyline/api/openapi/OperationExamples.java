package dev.skyline.api.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

import java.util.Optional;

/** Adds to every operation the examples of its request and its answer. */
@Component
class OperationExamples implements OperationCustomizer {

    private final ExampleFiles examples;

    OperationExamples(ExampleFiles examples) {
        this.examples = examples;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        String id = operation.getOperationId();
        examples.request(id)
                .ifPresent(example -> operation.getRequestBody().getContent().values().stream()
                        .findFirst()
                        .orElseThrow()
                        .setExample(example));
        examples.answer(id)
                .ifPresent(example -> operation.getResponses().forEach((status, response) -> {
                    if (status.startsWith("2")) {
                        json(response.getContent()).ifPresent(body -> body.setExample(example));
                    }
                }));
        return operation;
    }

    private static Optional<io.swagger.v3.oas.models.media.MediaType> json(Content content) {
        return Optional.ofNullable(content).map(c -> c.get(MediaType.APPLICATION_JSON_VALUE));
    }
}
