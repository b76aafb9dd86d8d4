package dev.skyline.api.agent;

import dev.skyline.api.problem.ProblemException;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.api.request.RequestReader;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.UUID;

/**
 * Reads what agents send. JSON has no NaN, but Python and others write it all the same: the answer then names the field,
 * rather than a place in the text.
 */
@Component
class AgentJson {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final RequestReader reader;

    AgentJson(RequestReader reader) {
        this.reader = reader;
    }

    <T extends Record> T read(String body, Class<T> type) {
        return reader.read(parse(body), type).orThrow();
    }

    private static JsonNode parse(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "the body is no JSON: " + e.getOriginalMessage());
        }
    }

    static UUID id(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(field, "must be one that the service gave, not '" + text + "'");
        }
    }
}
