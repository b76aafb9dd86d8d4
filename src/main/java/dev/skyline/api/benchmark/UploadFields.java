package dev.skyline.api.benchmark;

import dev.skyline.api.request.FormFields;
import dev.skyline.benchmark.Benchmark;
import dev.skyline.benchmark.ImportBenchmark;
import dev.skyline.plugin.PluginSpec;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What is said of an uploaded table. */
record UploadFields(String name, PluginSpec space, List<Integer> input, int classes) {

    private static final List<String> VALID = List.of("name", "space", "settings", "input", "classes", "file");
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final List<Integer> CIFAR10 = List.of(3, 32, 32);
    private static final int CIFAR10_CLASSES = 10;

    /** The multipart form as the API's description shows it. */
    @Schema(name = "BenchmarkUpload", description = "A table of results of architectures")
    record Form(
            @Schema(
                    description = "What experiments will call it: 1 to 64 lower-case letters, digits and hyphens",
                    example = "nb201-cifar10",
                    requiredMode = RequiredMode.REQUIRED)
            String name,

            @Schema(
                    description = "Search space of its architectures, as in the catalogue; or rows, where the rows"
                            + " themselves are the space",
                    example = "nas-bench-201",
                    requiredMode = RequiredMode.REQUIRED)
            String space,

            @Schema(
                    description = "Settings of the search space as a JSON object; what is left out has its default",
                    example = "{\"cells\": 5, \"channels\": 16}")
            @Nullable
            String settings,

            @Schema(
                    description =
                            "Shape of a sample: channels, height, width or number of features; by default 3,32,32",
                    example = "3,32,32")
            @Nullable
            String input,

            @Schema(description = "Number of classes; by default 10", example = "10") @Nullable
            Integer classes,

            @Schema(
                    type = "string",
                    format = "binary",
                    description = "CSV or CSV.gz with a header: architecture, optional epochs, metrics, metric@target",
                    requiredMode = RequiredMode.REQUIRED)
            byte[] file) {}

    static UploadFields read(MultipartHttpServletRequest form) {
        FormFields fields = new FormFields(form, VALID);
        String name = fields.text("name");
        if (!Benchmark.isName(name)) {
            fields.fault("name", "must have " + Benchmark.NAME_RULE);
        }
        String space = fields.text("space");
        if (space.isEmpty()) {
            fields.fault("space", "is needed: a search space, or " + Benchmark.ROWS);
        }
        PluginSpec plugin = new PluginSpec(space, settings(fields, fields.text("settings")));
        List<Integer> input = input(fields, fields.text("input"));
        int classes = classes(fields, fields.text("classes"));
        fields.orThrow();
        return new UploadFields(name, plugin, input, classes);
    }

    ImportBenchmark.Upload with(Path file) {
        return new ImportBenchmark.Upload(name, file, space, input, classes);
    }

    private static Map<String, Object> settings(FormFields fields, String text) {
        if (text.isEmpty()) {
            return Map.of();
        }
        try {
            Map<String, Object> settings = JSON.readValue(text, OBJECT);
            if (settings != null) {
                settings.values().removeIf(value -> value == null);
                return settings;
            }
        } catch (JacksonException e) {
            // told below
        }
        fields.fault("settings", "must be a JSON object such as {\"cells\": 5}");
        return Map.of();
    }

    private static List<Integer> input(FormFields fields, String text) {
        if (text.isEmpty()) {
            return CIFAR10;
        }
        try {
            return Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            fields.fault("input", "must be channels,height,width or a number of features, such as 3,32,32");
            return CIFAR10;
        }
    }

    private static int classes(FormFields fields, String text) {
        try {
            return text.isEmpty() ? CIFAR10_CLASSES : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            fields.fault("classes", "must be a whole number");
            return CIFAR10_CLASSES;
        }
    }
}
