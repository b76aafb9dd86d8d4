package dev.skyline.api.openapi;

import dev.skyline.api.problem.ProblemType;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Adds to every operation the problems that it may answer with: those of its form, and those of {@link Refuses}. */
@Component
class ProblemResponses implements OperationCustomizer {

    private final ExampleFiles examples;

    ProblemResponses(ExampleFiles examples) {
        this.examples = examples;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        types(operation, method).stream()
                .collect(Collectors.groupingBy(ProblemType::status))
                .forEach((status, types) ->
                        operation.getResponses().addApiResponse(Integer.toString(status), response(types)));
        return operation;
    }

    private static Set<ProblemType> types(Operation operation, HandlerMethod method) {
        Set<ProblemType> types = EnumSet.of(
                ProblemType.UNAUTHORIZED,
                ProblemType.FORBIDDEN,
                ProblemType.NOT_ACCEPTABLE,
                ProblemType.INTERNAL,
                ProblemType.UNAVAILABLE);
        if (operation.getRequestBody() != null) {
            types.addAll(EnumSet.of(
                    ProblemType.INVALID_REQUEST,
                    ProblemType.TOO_LARGE,
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    ProblemType.VALIDATION));
        }
        List<Parameter> parameters =
                Optional.ofNullable(operation.getParameters()).orElse(List.of());
        if (parameters.stream().anyMatch(parameter -> "query".equals(parameter.getIn()))) {
            types.add(ProblemType.VALIDATION);
        }
        if (parameters.stream().anyMatch(parameter -> "path".equals(parameter.getIn()))) {
            types.add(ProblemType.NOT_FOUND);
        }
        Optional.ofNullable(method.getMethodAnnotation(Refuses.class))
                .ifPresent(more -> types.addAll(List.of(more.value())));
        return types;
    }

    private ApiResponse response(List<ProblemType> types) {
        MediaType body = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        types.forEach(type -> body.addExamples(
                type.slug(), new Example().summary(type.title()).value(examples.problem(type))));
        return new ApiResponse()
                .description(types.stream().map(ProblemType::title).collect(Collectors.joining("; ")))
                .content(new Content()
                        .addMediaType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE, body));
    }
}
