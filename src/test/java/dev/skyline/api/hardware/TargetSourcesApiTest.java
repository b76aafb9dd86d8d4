package dev.skyline.api.hardware;

import dev.skyline.api.ApiTest;
import dev.skyline.api.fake.FakeCore;
import dev.skyline.api.fake.Scenario;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import static dev.skyline.api.Problems.fault;
import static org.hamcrest.Matchers.closeTo;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Targets that name in their settings what they are made of. */
@ApiTest
class TargetSourcesApiTest {

    private static final String ALL = "/api/v1/hardware-targets";
    private static final String PREDICTOR = """
            {"name": "learned", "kind": "predictor", "settings": {%s}}""";
    private static final String QUESTION = """
            {"searchSpace": {"type": "nas-bench-201", "settings": {"nodes": 3, "channels": 4}},
             "input": [1, 8, 8], "classes": 10, "architecture": "|none~0|+|skip_connect~0|none~1|"}""";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private FakeCore core;

    @BeforeEach
    void addABenchmark() throws Exception {
        core.reset();
        SearchSpace.Enumerable space = (SearchSpace.Enumerable) Spaces.plugins()
                .create(
                        new PluginSpec("nas-bench-201", Map.of("nodes", 3, "channels", 4)),
                        Task.of(List.of(1, 8, 8), 10));
        StringBuilder csv = new StringBuilder("architecture,accuracy,latency@pi,latency@gpu\n");
        space.all().forEach(cell -> {
            int convolutions = cell.text().split("conv", -1).length - 1;
            csv.append("%s,0.5,%d,%d%n".formatted(cell, 2 + convolutions, 10 + convolutions));
        });
        mvc.perform(multipart("/api/v1/benchmarks")
                        .file(new MockMultipartFile(
                                "file", "cells.csv", "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8)))
                        .param("name", "cells")
                        .param("space", "nas-bench-201")
                        .param("settings", "{\"nodes\": 3, \"channels\": 4}")
                        .param("input", "1,8,8")
                        .param("classes", "10"))
                .andExpect(status().isCreated());
    }

    @Test
    void aPredictorOfABenchmarksColumnNeedsNoFileAndOutlivesTheBenchmark() throws Exception {
        create(PREDICTOR.formatted("'benchmark': 'cells', 'column': 'pi', 'samples': 50"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("READY"))
                .andExpect(jsonPath("$.settings.space").value("nas-bench-201"))
                .andExpect(jsonPath("$.settings.spaceSettings.channels").value(4))
                .andExpect(jsonPath("$.settings.input[1]").value(8))
                .andExpect(jsonPath("$.settings.samples").value(50))
                .andExpect(jsonPath("$.quality.samples").value(50));
        mvc.perform(delete("/api/v1/benchmarks/cells")).andExpect(status().isNoContent());
        tellsTwoMilliseconds();
        String document = mvc.perform(get(ALL + "/learned/export"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        mvc.perform(delete(ALL + "/learned")).andExpect(status().isNoContent());
        create(document).andExpect(status().isCreated());
        tellsTwoMilliseconds();
    }

    private void tellsTwoMilliseconds() throws Exception {
        mvc.perform(post(ALL + "/learned/test")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(QUESTION))
                .andExpect(jsonPath("$.measurements[0].source").value("PREDICTED"))
                .andExpect(jsonPath("$.measurements[0].value").value(closeTo(2, 0.2)));
    }

    @Test
    void aFormNeedsNoFileEither() throws Exception {
        mvc.perform(multipart(ALL)
                        .param("name", "pi")
                        .param("kind", "table")
                        .param("settings", "{\"benchmark\": \"cells\"}"))
                .andExpect(status().isCreated());
        create("{\"name\": \"x\", \"kind\": \"predictor\"}").andExpect(fault("data", "or name a 'benchmark'"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    'benchmark': 'cell'                                     | benchmark     | there is no benchmark 'cell'; valid are cells
                    'benchmark': 'cells'                                    | column        | no measured latency of 'learned'; valid are pi, gpu
                    'benchmark': 'cells', 'column': 'pi', 'known': ['tv']   | known         | valid are pi, gpu
                    'benchmark': 'cells', 'column': 'pi', 'samples': 19     | samples       | 19 are too few; a predictor needs 20
                    'benchmark': 'cells', 'column': 'pi', 'input': [3,8,8]  | input         | is of [1, 8, 8], not [3, 8, 8]
                    'benchmark': 'cells', 'column': 'pi', 'space': 'x'      | space         | is of the search space nas-bench-201, not x
                    'benchmark': 'cells', 'experiment': 'x'                 | experiment    | cannot stand beside 'benchmark'
                    'benchmark': 'cells', 'on': 'host'                      | known         | is needed beside 'on'
                    'benchmark': 'cells', 'on': 'tv', 'known': ['pi']       | on            | there is no target 'tv' that measures; valid are host
                    'experiment': 'x'                                       | experiment    | there is no experiment 'x'
                    'known': ['pi']                                         | known         | of which none is named
                    """)
    void badSettingsAreRefusedByField(String settings, String setting, String message) throws Exception {
        create(PREDICTOR.formatted(settings)).andExpect(fault("settings." + setting, message));
    }

    @Test
    void anExperimentThatMeasuredTooLittleIsRefusedWithTheNumberItMeasured() throws Exception {
        String id = Scenario.ID.toString();
        create(PREDICTOR.formatted("'experiment': '" + id + "', 'column': 'host'"))
                .andExpect(fault("settings.experiment", "has 2 measured latencies of 'host'; a predictor needs 20"));
        create(PREDICTOR.formatted("'experiment': '" + id + "'"))
                .andExpect(fault("settings.column", "has no measured latency of 'learned'; valid are host"));
    }

    private ResultActions create(String body) throws Exception {
        return mvc.perform(post(ALL).contentType(MediaType.APPLICATION_JSON).content(body.replace('\'', '"')));
    }
}
