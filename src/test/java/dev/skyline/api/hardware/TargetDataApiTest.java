package dev.skyline.api.hardware;

import dev.skyline.api.ApiTest;
import dev.skyline.api.fake.FakeCore;
import dev.skyline.api.problem.ProblemType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

import static dev.skyline.api.Problems.fault;
import static dev.skyline.api.Problems.problem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApiTest
class TargetDataApiTest {

    private static final String ALL = "/api/v1/hardware-targets";
    private static final String CSV = "architecture,latency\n|none~0|+|skip_connect~0|none~1|,1.02\n";
    private static final String QUESTION = """
            {"searchSpace": {"type": "nas-bench-201", "settings": {"nodes": 3, "channels": 4}},
             "input": [1, 8, 8], "classes": 10, "architecture": "%s"}""";
    private static final String KNOWN = QUESTION.formatted("|none~0|+|skip_connect~0|none~1|");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private FakeCore core;

    @BeforeEach
    void reset() {
        core.reset();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    table | architecture,latency\\na,-1\\n | line 2, column 'latency': -1 is negative
                    table | architecture,latency_us\\na,1\\n | line 1, column 'latency_us': is in microseconds
                    table | architecture,latency\\na,1\\na,2\\n | line 3, column 'architecture'
                    table | '' | there is no line in it
                    lookup-table | operator,ms\\nconv in=3x8,1\\n | line 2, column 'operator'
                    host | a,b\\n1,2\\n | a target of kind 'host' is made of none
                    """)
    void badDataIsRefusedAtOnce(String kind, String data, String message) throws Exception {
        create("{\"name\": \"x\", \"kind\": \"%s\", \"data\": \"%s\"}".formatted(kind, data))
                .andExpect(fault("data", message));
        mvc.perform(get(ALL + "/x")).andExpect(problem(ProblemType.NOT_FOUND));
    }

    @Test
    void missingDataIsAskedForWithItsColumns() throws Exception {
        create("{\"name\": \"x\", \"kind\": \"table\"}")
                .andExpect(fault("data", "is missing: a CSV with the columns architecture and latency"));
    }

    @Test
    void dataComesAsAFileToo() throws Exception {
        upload("plain", CSV.getBytes(StandardCharsets.UTF_8)).andExpect(status().isCreated());
        upload("packed", gzip(CSV)).andExpect(status().isCreated());
        mvc.perform(get(ALL + "/packed/export?format=csv")).andExpect(content().string(CSV));
        upload("bad", "architecture,latency\na,NaN\n".getBytes(StandardCharsets.UTF_8))
                .andExpect(fault("file", "line 2, column 'latency': 'NaN' is no finite number"));
        byte[] packed = gzip(CSV);
        upload("cut", Arrays.copyOf(packed, packed.length - 9)).andExpect(fault("file", "is damaged or cut off"));
        upload("stub", Arrays.copyOf(packed, 5)).andExpect(fault("file", "(it ends too early)"));
        upload("latin", new byte[] {'a', (byte) 0xe4}).andExpect(fault("file", "is no text in UTF-8"));
    }

    @Test
    void aFormThatMakesNoSenseIsRefused() throws Exception {
        mvc.perform(multipart(ALL).param("name", "x").param("kind", "table").param("settings", "[1]"))
                .andExpect(fault("settings", "must be a JSON object"));
        mvc.perform(multipart(ALL).param("name", "x").param("kind", "table").param("colour", "red"))
                .andExpect(fault("colour", "valid are name, kind"));
        mvc.perform(multipart(ALL).param("kind", "table")).andExpect(fault("name", "is needed"));
        mvc.perform(multipart(ALL).file("name", new byte[] {'x'}).param("kind", "table"))
                .andExpect(fault("name", "is needed"));
    }

    @Test
    void whatIsExportedIsImportedAgain() throws Exception {
        create("{\"name\": \"x\", \"kind\": \"table\", \"data\": \"%s\"}".formatted(CSV.replace("\n", "\\n")))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("READY"));
        String document =
                mvc.perform(get(ALL + "/x/export")).andReturn().getResponse().getContentAsString();
        mvc.perform(delete(ALL + "/x")).andExpect(status().isNoContent());
        create(document).andExpect(status().isCreated());
        ask("x", KNOWN)
                .andExpect(jsonPath("$.measurements[0].value").value(1.02))
                .andExpect(jsonPath("$.measurements[0].source").value("TABLE"));
    }

    @Test
    void aTargetWithoutDataHasNoCsv() throws Exception {
        mvc.perform(get(ALL + "/host/export?format=csv")).andExpect(problem(ProblemType.NOT_FOUND));
        mvc.perform(get(ALL + "/host/export?format=xml")).andExpect(fault("format", "valid are json, csv"));
        mvc.perform(get(ALL + "/nobody/export")).andExpect(problem(ProblemType.NOT_FOUND));
    }

    @Test
    void aTestTellsWhichOperatorsAreNotInTheTable() throws Exception {
        create("""
                {"name": "sum", "kind": "lookup-table",
                 "data": "operator,ms\\nfixed,0.5\\nconv in=1x8x8 out=4x8x8 kernel=3x3 stride=1x1 groups=1,0.25\\n"}""").andExpect(status().isCreated());
        ask("sum", KNOWN)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.estimatedOperators").isNotEmpty())
                .andExpect(jsonPath("$.architecture.text").value("|none~0|+|skip_connect~0|none~1|"));
    }

    @Test
    void aTestOfWhatIsMeasuredMeasuresARandomArchitecture() throws Exception {
        ask("host", KNOWN.replaceAll(", \"architecture\".*}", "}"))
                .andExpect(jsonPath("$.measurements[0].value").value(0.25))
                .andExpect(jsonPath("$.estimatedOperators").doesNotExist());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {}                                                              | searchSpace      | is needed
                    {'searchSpace': {'type': 'x'}, 'input': [1, 8, 8], 'classes': 2} | searchSpace.type | valid are
                    {'searchSpace': {'type': 'nas-bench-201'}, 'input': [1, 8], 'classes': 2} | input | an input is
                    {'searchSpace': {'type': 'nas-bench-201'}, 'input': [1, 8, 8], 'classes': 1} | classes | must be
                    {'searchSpace': {'type': 'nas-bench-201'}, 'input': [1, 8, 8], 'classes': 2000000000} | classes | at most
                    {'searchSpace': {'type': 'nas-bench-201'}, 'input': [1, 20000, 20000], 'classes': 2} | input | at most
                    {'searchSpace': {'type': 'nas-bench-201', 'settings': {'channels': 256}}, 'input': [1, 4000, 4000], 'classes': 2} | input | too many values
                    """)
    void aTestThatMakesNoSenseIsRefused(String question, String field, String message) throws Exception {
        ask("host", question.replace('\'', '"')).andExpect(fault(field, message));
    }

    @Test
    void anArchitectureOfAnotherSpaceIsRefused() throws Exception {
        ask("host", QUESTION.formatted("conv")).andExpect(fault("architecture", ""));
    }

    @Test
    void theDevicesOfABenchmarkAreListed() throws Exception {
        mvc.perform(multipart("/api/v1/benchmarks")
                        .file(new MockMultipartFile(
                                "file",
                                "cells.csv",
                                "text/csv",
                                "architecture,accuracy,latency@pi\na,0.5,1\n".getBytes(StandardCharsets.UTF_8)))
                        .param("name", "cells")
                        .param("space", "rows"))
                .andExpect(status().isCreated());
        mvc.perform(get(ALL))
                .andExpect(jsonPath("$.totalItems").value(2))
                .andExpect(jsonPath("$.items[1].name").value("pi"))
                .andExpect(jsonPath("$.items[1].benchmark").value("cells"))
                .andExpect(jsonPath("$.items[1].readOnly").value(true));
        mvc.perform(get(ALL + "/pi")).andExpect(jsonPath("$.kind").value("table"));
        mvc.perform(delete(ALL + "/pi")).andExpect(problem(ProblemType.CONFLICT));
    }

    private ResultActions create(String body) throws Exception {
        return mvc.perform(post(ALL).contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private ResultActions upload(String name, byte[] content) throws Exception {
        return mvc.perform(multipart(ALL)
                .file(new MockMultipartFile("file", "x.csv", "text/csv", content))
                .param("name", name)
                .param("kind", "table"));
    }

    private ResultActions ask(String target, String question) throws Exception {
        return mvc.perform(post(ALL + "/" + target + "/test")
                .contentType(MediaType.APPLICATION_JSON)
                .content(question));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
