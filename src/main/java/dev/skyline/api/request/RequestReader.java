package dev.skyline.api.request;

import dev.skyline.api.problem.Fault;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads a request body into a record. Names, types and the constraints that the record's components carry are all
 * checked before anything is reported.
 */
@Component
public class RequestReader {

    private final Validator validator;

    RequestReader(Validator validator) {
        this.validator = validator;
    }

    /**
     * @param type a record of texts, numbers, durations, enums, lists, maps and further such records; what may be absent
     *     is marked nullable
     */
    public <T extends Record> Reading<T> read(JsonNode body, Class<T> type) {
        JsonReader reader = new JsonReader();
        T value = reader.record(body, type, "");
        List<Fault> faults = new ArrayList<>(reader.faults());
        if (value != null) {
            Reading<T> typed = new Reading<>(value, faults);
            faults = typed.plus(validator.validate(value).stream()
                    .map(RequestReader::fault)
                    .sorted(Comparator.comparing(Fault::field))
                    .toList());
        }
        return new Reading<>(value, faults);
    }

    private static Fault fault(ConstraintViolation<?> violation) {
        // The element itself is a node of the path: labels[2].<list element>.
        String path = violation.getPropertyPath().toString().replaceAll("\\.<[^>]*>", "");
        return new Fault(path, violation.getMessage());
    }
}
