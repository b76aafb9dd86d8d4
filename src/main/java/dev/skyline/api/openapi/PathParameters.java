package dev.skyline.api.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says of every part of a path what it names. */
@Component
class PathParameters implements OperationCustomizer {

    private static final Map<String, String> ABOUT = Map.of(
            "id", "Id of the experiment",
            "baseline", "Id of the baseline",
            "job", "Id of the job, as it was handed out",
            "number", "Number of the trial, from 1",
            "index", "Number of the sample, from 0",
            "name", "Name, as given when it was created");

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        for (Parameter parameter :
                Optional.ofNullable(operation.getParameters()).orElse(List.of())) {
            if ("path".equals(parameter.getIn()) && parameter.getDescription() == null) {
                parameter.setDescription(ABOUT.get(parameter.getName()));
            }
        }
        return operation;
    }
}
