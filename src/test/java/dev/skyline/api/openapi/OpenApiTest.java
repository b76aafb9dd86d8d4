package dev.skyline.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.skyline.api.ApiTest;
import dev.skyline.api.openapi.Description.Operation;
import dev.skyline.api.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description is what clients are generated from. */
@ApiTest
class OpenApiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String JSON_TYPE = "application/json";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private List<RequestMappingHandlerMapping> mappings;

    private Description description;

    @BeforeEach
    void read() throws Exception {
        byte[] document = mvc.perform(get("/v3/api-docs")).andReturn().getResponse().getContentAsByteArray();
        description = new Description(JSON.readTree(document));
    }

    @Test
    void everyMappedOperationIsDescribed() {
        Set<String> mapped = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .flatMap(path -> info.getMethodsCondition().getMethods().stream()
                                .map(method -> method.name().toLowerCase(Locale.ROOT) + " " + path)))
                .collect(Collectors.toSet());
        assertThat(description.operations())
                .extracting(Operation::toString)
                .containsExactlyInAnyOrderElementsOf(mapped)
                .hasSizeGreaterThan(20);
        assertThat(description.document().path("openapi").asString()).startsWith("3.1");
    }

    @Test
    void everyOperationHasWhatAGeneratedClientNeeds() {
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : description.operations()) {
            JsonNode node = operation.node();
            softly.assertThat(operation.id()).as("id of " + operation).matches("[a-z]+[A-Z][A-Za-z]+");
            softly.assertThat(node.path("summary").asString("")).as("summary of " + operation).isNotBlank();
            softly.assertThat(node.path("tags").size()).as("tags of " + operation).isEqualTo(1);
            softly.assertThat(statuses(operation)).as(operation.toString()).anyMatch(status -> status.startsWith("2"));
            softly.assertThat(statuses(operation)).as(operation.toString()).contains("401", "403", "500");
            node.path("parameters").forEach(parameter -> softly.assertThat(
                            parameter.path("description").asString(""))
                    .as(parameter.path("name") + " of " + operation)
                    .isNotBlank());
        }
        softly.assertThat(description.operations()).extracting(Operation::id).doesNotHaveDuplicates();
        softly.assertAll();
    }

    @Test
    void everyProblemIsDescribedWithAnExample() {
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : description.operations()) {
            operation.node().path("responses").properties().stream()
                    .filter(response -> !response.getKey().startsWith("2"))
                    .forEach(response -> {
                        JsonNode body = response.getValue().at("/content/application~1problem+json");
                        softly.assertThat(body.path("schema").path("$ref").asString(""))
                                .as(response.getKey() + " of " + operation)
                                .endsWith("/Problem");
                        body.path("examples").forEach(example -> softly.assertThat(
                                        description.violations(body.path("schema"), example.path("value")))
                                .as("example of " + response.getKey())
                                .isEmpty());
                    });
        }
        softly.assertAll();
        Set<String> used = description.operations().stream()
                .flatMap(operation -> StreamSupport.stream(
                        operation.node().path("responses").spliterator(), false))
                .flatMap(response -> response.at("/content/application~1problem+json/examples").propertyNames().stream())
                .collect(Collectors.toSet());
        // With another method it would be another operation.
        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemType.values())
                        .filter(type -> type != ProblemType.METHOD_NOT_ALLOWED)
                        .map(ProblemType::slug)
                        .toList());
    }

    @Test
    void everyJsonAnswerHasAnExampleThatFitsItsSchema() {
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : description.operations()) {
            JsonNode body = success(operation).path("content").path(JSON_TYPE);
            if (!body.isMissingNode()) {
                softly.assertThat(body.has("example")).as("example of " + operation).isTrue();
                softly.assertThat(description.violations(body.path("schema"), body.path("example")))
                        .as("example of " + operation)
                        .isEmpty();
            }
        }
        softly.assertAll();
    }

    @Test
    void everyJsonRequestHasAnExampleThatFitsItsSchema() {
        List<Operation> withBody = description.operations().stream()
                .filter(operation -> operation.node().at("/requestBody/content").has(JSON_TYPE))
                .toList();
        assertThat(withBody).hasSizeGreaterThanOrEqualTo(4);
        for (Operation operation : withBody) {
            JsonNode body = operation.node().at("/requestBody/content").path(JSON_TYPE);
            assertThat(body.has("example")).as("example of " + operation).isTrue();
            assertThat(description.violations(body.path("schema"), body.path("example")))
                    .as("example of " + operation)
                    .isEmpty();
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        description.eachObject(object -> {
            String reference = object.path("$ref").asString("");
            if (!reference.isEmpty()) {
                assertThat(description.document().at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            }
        });
    }

    private static List<String> statuses(Operation operation) {
        return List.copyOf(operation.node().path("responses").propertyNames());
    }

    private static JsonNode success(Operation operation) {
        return operation.node().path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
