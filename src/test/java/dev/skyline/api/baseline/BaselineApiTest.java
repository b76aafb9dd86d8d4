package dev.skyline.api.baseline;

import dev.skyline.api.ApiTest;
import dev.skyline.api.fake.FakeCore;
import dev.skyline.api.fake.MemoryBaselines;
import dev.skyline.api.fake.Scenario;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.experiment.Baseline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import java.nio.charset.StandardCharsets;

import static dev.skyline.api.Problems.fault;
import static dev.skyline.api.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApiTest
class BaselineApiTest {

    private static final String EXPERIMENT = "/api/v1/experiments/" + Scenario.ID;
    private static final String ALL = EXPERIMENT + "/baselines";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private FakeCore core;

    @Autowired
    private MemoryBaselines baselines;

    @BeforeEach
    void reset() {
        core.reset();
    }

    @Test
    void aModelIsUploadedListedAndDeleted() throws Exception {
        upload(" ResNet-50 ", "0.81", "a model")
                .andExpect(status().isCreated())
                .andExpect(header().exists("Location"))
                .andExpect(jsonPath("$.name").value("ResNet-50"))
                .andExpect(jsonPath("$.state").value("MEASURING"))
                .andExpect(jsonPath("$.statedAccuracy").value(0.81))
                .andExpect(jsonPath("$.measurements[?(@.metric == 'parameters')].value")
                        .value(650.0))
                .andExpect(jsonPath("$.measurements[?(@.metric == 'modelSize')].value")
                        .value(7.0));
        mvc.perform(get(ALL))
                .andExpect(jsonPath("$.totalItems").value(2))
                .andExpect(jsonPath("$.items[0].name").value("in use today"));
        Baseline added = baselines.of(Scenario.ID).get(1);
        mvc.perform(delete(ALL + "/" + added.id())).andExpect(status().isNoContent());
        mvc.perform(delete(ALL + "/" + added.id())).andExpect(problem(ProblemType.NOT_FOUND));
        mvc.perform(get(ALL + "/" + added.id())).andExpect(problem(ProblemType.NOT_FOUND));
    }

    @Test
    void aFileThatIsNoModelIsA422ThatSaysWhyAndLeavesNothing() throws Exception {
        upload("ResNet-50", "", "no model").andExpect(fault("file", "no ONNX model"));
        upload("ResNet-50", "", "").andExpect(fault("file", "is empty"));
        mvc.perform(multipart(ALL).param("name", "x")).andExpect(fault("file", "is needed"));
        assertThat(baselines.of(Scenario.ID)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', name, is needed",
        "'a\0b', '', name, U+0000",
        "x, 1.2, accuracy, '[0, 1]'",
        "x, NaN, accuracy, '[0, 1]'",
        "x, much, accuracy, '[0, 1]'"
    })
    void fieldsAtFaultAreNamed(String name, String accuracy, String field, String message) throws Exception {
        upload(name, accuracy, "a model").andExpect(fault(field, message));
    }

    @Test
    void unknownFieldsAndTakenNamesAndExperimentsThatAreNotThereAreRefused() throws Exception {
        mvc.perform(multipart(ALL).file(file("a model")).param("name", "x").param("colour", "red"))
                .andExpect(fault("colour", "no such field"));
        upload("in use today", "", "a model").andExpect(problem(ProblemType.CONFLICT));
        mvc.perform(multipart("/api/v1/experiments/7c3b1f40-93d2-4c55-8a8e-000000000000/baselines")
                        .file(file("a model"))
                        .param("name", "x"))
                .andExpect(problem(ProblemType.NOT_FOUND));
    }

    @Test
    void theSameKeyAddsItOnce() throws Exception {
        for (int i = 0; i < 2; i++) {
            mvc.perform(multipart(ALL)
                            .file(file("a model"))
                            .param("name", "once")
                            .header("Idempotency-Key", "baseline-1"))
                    .andExpect(status().isCreated());
        }
        assertThat(baselines.of(Scenario.ID)).hasSize(2);
    }

    @Test
    void baselinesGoWithTheirExperiment() throws Exception {
        mvc.perform(delete(EXPERIMENT)).andExpect(status().isNoContent());
        assertThat(baselines.of(Scenario.ID)).isEmpty();
    }

    private ResultActions upload(String name, String accuracy, String content) throws Exception {
        return mvc.perform(
                multipart(ALL).file(file(content)).param("name", name).param("accuracy", accuracy));
    }

    private static MockMultipartFile file(String content) {
        return new MockMultipartFile(
                "file", "model.onnx", "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
    }
}
