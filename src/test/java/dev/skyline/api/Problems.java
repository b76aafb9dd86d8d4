package dev.skyline.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skyline.api.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultMatcher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests expect of refusals. */
public final class Problems {

    private static final JsonMapper JSON = new JsonMapper();

    private Problems() {}

    /** A problem of this type, complete and consistent with the answer that it is the body of. */
    public static ResultMatcher problem(ProblemType type) {
        return result -> {
            JsonNode body = body(result);
            assertThat(result.getResponse().getStatus()).as(body.toString()).isEqualTo(type.status());
            assertThat(result.getResponse().getContentType())
                    .as("content type")
                    .startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            assertThat(body.path("type").asString()).isEqualTo(type.uri().toString());
            assertThat(body.path("title").asString()).isEqualTo(type.title());
            assertThat(body.path("status").asInt()).isEqualTo(type.status());
            assertThat(body.path("detail").asString()).isNotBlank();
            assertThat(body.path("instance").asString()).isEqualTo(result.getRequest().getRequestURI());
        };
    }

    /** A 422 whose errors have this field with a message that contains the text. */
    public static ResultMatcher fault(String field, String message) {
        return result -> {
            problem(ProblemType.VALIDATION).match(result);
            assertThat(faults(result)).containsKey(field);
            assertThat(faults(result).get(field)).contains(message);
        };
    }

    /** Messages of the errors by field. */
    public static Map<String, String> faults(MvcResult result) {
        Map<String, String> faults = new LinkedHashMap<>();
        body(result)
                .path("errors")
                .forEach(error -> faults.put(
                        error.path("field").asString(), error.path("message").asString()));
        return faults;
    }

    /** The answer's JSON. */
    public static JsonNode body(MvcResult result) {
        return JSON.readTree(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
