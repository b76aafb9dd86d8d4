package dev.skyline.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/problems.md and the types say the same. */
class ProblemDocsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final String doc = Files.readString(Path.of("docs/problems.md"));

    ProblemDocsTest() throws IOException {}

    @ParameterizedTest
    @EnumSource
    void theDocDescribesEveryTypeWithTheExampleThatTheApiShows(ProblemType type) throws IOException {
        assertThat(doc)
                .contains("| [`" + type.uri() + "`](#" + type.slug() + ") | " + type.status() + " | " + type.title() + " |");
        String section = doc.split("(?m)^## " + type.slug() + "$", 2)[1].split("(?m)^## ", 2)[0];
        assertThat(section).contains("Status " + type.status() + ".");
        JsonNode example = JSON.readTree(section.split("```json", 2)[1].split("```", 2)[0]);
        try (InputStream shown = getClass().getResourceAsStream("/openapi/problems/" + type.slug() + ".json")) {
            assertThat(example).isEqualTo(JSON.readTree(new String(shown.readAllBytes(), StandardCharsets.UTF_8)));
        }
        assertThat(example.path("type").asString()).isEqualTo(type.uri().toString());
        assertThat(example.path("title").asString()).isEqualTo(type.title());
        assertThat(example.path("status").asInt()).isEqualTo(type.status());
    }

    @Test
    void theDocDescribesNoOtherType() {
        assertThat(Pattern.compile("(?m)^## (.+)$").matcher(doc).results().map(match -> match.group(1)))
                .containsExactlyElementsOf(
                        Arrays.stream(ProblemType.values()).map(ProblemType::slug).toList());
    }
}
