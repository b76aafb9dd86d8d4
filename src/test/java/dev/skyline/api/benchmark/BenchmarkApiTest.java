package dev.skyline.api.benchmark;

import dev.skyline.api.ApiTest;
import dev.skyline.api.fake.FakeCore;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.benchmark.Benchmarks;
import jakarta.servlet.MultipartConfigElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import static dev.skyline.api.Problems.fault;
import static dev.skyline.api.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApiTest
class BenchmarkApiTest {

    private static final String ALL = "/api/v1/benchmarks";
    private static final String TABLE = "architecture,accuracy,latency@pi,energy@pi\na,0.5,1,2\nb,0.75,3,4\n";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private FakeCore core;

    @Autowired
    private Benchmarks benchmarks;

    @Autowired
    private MultipartConfigElement multipart;

    @BeforeEach
    void reset() {
        core.reset();
    }

    @AfterEach
    void noUploadIsLeft() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(multipart.getLocation()))) {
            assertThat(files).isEmpty();
        }
    }

    private ResultActions upload(String csv, Map<String, String> fields) throws Exception {
        Map<String, String> all = new TreeMap<>(Map.of("name", "table", "space", "rows"));
        all.putAll(fields);
        MockMultipartHttpServletRequestBuilder request = multipart(ALL)
                .file(new MockMultipartFile("file", "t.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        all.forEach((name, value) -> request.param(name, value));
        return mvc.perform(request);
    }

    private ResultActions submit(String benchmark) throws Exception {
        return mvc.perform(post("/api/v1/experiments")
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"name": "on a table", "benchmark": "%s", "strategy": {"type": "random"},
                         "objectives": [{"metric": "accuracy"}, {"metric": "latency", "target": "pi"}]}
                        """.formatted(benchmark)));
    }

    @Test
    void aTableIsUploadedListedShownAndDeleted() throws Exception {
        upload(TABLE, Map.of("input", "4", "classes", "3"))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", ALL + "/table"))
                .andExpect(jsonPath("$.searchSpace.type").value("rows"))
                .andExpect(jsonPath("$.input").value(contains(4)))
                .andExpect(jsonPath("$.rows").value(2))
                .andExpect(jsonPath("$.columns").value(contains("accuracy", "latency@pi", "energy@pi")))
                .andExpect(jsonPath("$.targets[0].name").value("pi"))
                .andExpect(jsonPath("$.targets[0].kind").value("table"))
                .andExpect(jsonPath("$.targets[0].metrics").value(contains("latency", "energy")));
        mvc.perform(get(ALL)).andExpect(jsonPath("$.items[0].name").value("table"));
        mvc.perform(get(ALL + "/table")).andExpect(jsonPath("$.architectures").value(2));
        mvc.perform(delete(ALL + "/table")).andExpect(status().isNoContent());
        mvc.perform(get(ALL + "/table")).andExpect(problem(ProblemType.NOT_FOUND));
        mvc.perform(delete(ALL + "/table")).andExpect(problem(ProblemType.NOT_FOUND));
    }

    @Test
    void whatIsWrongWithTheFileIsNamedByLineAndColumn() throws Exception {
        upload(TABLE.replace("0.75", "75"), Map.of())
                .andExpect(problem(ProblemType.INVALID_BENCHMARK))
                .andExpect(jsonPath("$.errors[0].field").value("file"))
                .andExpect(
                        jsonPath("$.errors[0].message").value("line 3, column 'accuracy': 75 is no ratio from 0 to 1"));
        assertThat(benchmarks.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name     | My Table     | 1 to 64 lower-case letters
                    space    | hyperspace   | there is no search space 'hyperspace'
                    settings | [1]          | must be a JSON object
                    settings | {"cells": 5} | rows has no settings
                    input    | 3x32x32      | must be channels,height,width
                    classes  | ten          | must be a whole number
                    classes  | 2000000000   | at most
                    input    | 3,9999,9999  | at most
                    label    | accuracy     | there is no such field
                    """)
    void whatIsWrongWithAFieldIsNamedByTheField(String field, String value, String message) throws Exception {
        upload(TABLE, Map.of(field, value))
                .andExpect(problem(ProblemType.VALIDATION))
                .andExpect(fault(field, message));
    }

    @Test
    void inputAndClassesAreForANetworkToo() throws Exception {
        upload(TABLE, Map.of("space", "nas-bench-201", "input", "3,32"))
                .andExpect(problem(ProblemType.VALIDATION))
                .andExpect(fault("input", "[channels, height, width] or [features]"));
        upload(TABLE, Map.of("space", "rows", "classes", "1")).andExpect(problem(ProblemType.VALIDATION));
    }

    @Test
    void aNameIsTakenOnceAndTheSameAgainIsTheSame() throws Exception {
        upload(TABLE, Map.of()).andExpect(status().isCreated());
        upload(TABLE, Map.of()).andExpect(status().isCreated());
        upload(TABLE + "c,0.1,1,1\n", Map.of()).andExpect(problem(ProblemType.CONFLICT));
    }

    @Test
    void anExperimentOnItSaysSoAndKeepsItFromBeingDeleted() throws Exception {
        upload(TABLE, Map.of()).andExpect(status().isCreated());
        submit("table")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.spec.benchmark").value("table"))
                .andExpect(jsonPath("$.spec.dataset").doesNotExist())
                .andExpect(jsonPath("$.spec.searchSpace.type").value("rows"))
                .andExpect(jsonPath("$.spec.estimator.type").value("tabular"))
                .andExpect(jsonPath("$.spec.hardwareTargets").value(contains("pi")));
        mvc.perform(delete(ALL + "/table")).andExpect(problem(ProblemType.CONFLICT));
        submit("tables").andExpect(problem(ProblemType.VALIDATION)).andExpect(fault("benchmark", "valid are table"));
    }
}
