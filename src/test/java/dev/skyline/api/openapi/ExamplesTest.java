package dev.skyline.api.openapi;

import dev.skyline.api.ApiTest;
import dev.skyline.api.fake.FakeCore;
import dev.skyline.api.fake.Measuring;
import dev.skyline.api.fake.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of the API's description are golden files: what the service answers to them today. With {@code
 * -Dskyline.write-examples=true} the answers are written anew, to be looked at before they are committed.
 */
@ApiTest
class ExamplesTest {

    private static final boolean WRITE = Boolean.getBoolean("skyline.write-examples");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<String> KNOWN = Set.of(
            Scenario.ID.toString(),
            Scenario.EXTERNAL.toString(),
            Scenario.COMPARISON.toString(),
            Scenario.BASELINE.toString(),
            Measuring.JOB.toString(),
            Measuring.SESSION.toString());
    private static final Pattern TOKENS = Pattern.compile("(?<![0-9a-f])[0-9a-f]{48}(?![0-9a-f])");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private FakeCore core;

    @BeforeEach
    void reset() {
        core.reset();
    }

    static Iterable<String> operations() {
        return Examples.calls().keySet();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theServiceAnswersAsTheExampleSays(String operation) throws Exception {
        if (Examples.before().containsKey(operation)) {
            mvc.perform(Examples.before().get(operation));
        }
        MockHttpServletResponse response =
                mvc.perform(Examples.calls().get(operation)).andReturn().getResponse();
        String text = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(text).isBetween(200, 299);
        JsonNode answer = JSON.readTree(withoutRandomIds(text));
        if (WRITE) {
            Files.writeString(
                    Path.of("src/main/resources/openapi/answers/" + operation + ".json"),
                    JSON.writeValueAsString(answer) + "\n");
        }
        assertThat(answer).isEqualTo(JSON.readTree(Examples.file("answers/" + operation)));
    }

    /** Ids of what is new are drawn. */
    private static String withoutRandomIds(String answer) {
        return UUIDS.matcher(TOKENS.matcher(answer).replaceAll(Measuring.TOKEN))
                .replaceAll(id -> KNOWN.contains(id.group()) ? id.group() : "7d7c0b5e-3c1a-4d0e-9f57-1d2b3a4c5d6e");
    }
}
