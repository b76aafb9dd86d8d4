package dev.skyline.api.trial;

import static dev.skyline.api.Problems.fault;
import static dev.skyline.api.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.skyline.api.ApiTest;
import dev.skyline.api.fake.FakeCore;
import dev.skyline.api.fake.MemoryTrials;
import dev.skyline.api.fake.Scenario;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.experiment.view.TrialSort;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;

@ApiTest
class TrialApiTest {

    private static final String EXPERIMENT = "/api/v1/experiments/" + Scenario.ID;
    private static final String TRIALS = EXPERIMENT + "/trials";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private FakeCore core;

    @Autowired
    private MemoryTrials trials;

    @BeforeEach
    void reset() {
        core.reset();
    }

    @Test
    void trialsAreSortedByWhatTheyAreOrByAMetric() throws Exception {
        mvc.perform(get(TRIALS + "?sort=latency@host,desc&state=SUCCEEDED&size=1"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.totalItems").value(2))
                .andExpect(jsonPath("$.items.length()").value(1));
        assertThat(trials.askedSort()).isEqualTo(TrialSort.by(MetricKey.of(Metric.LATENCY, "host"), true));
        mvc.perform(get(TRIALS + "?sort=testAccuracy"));
        assertThat(trials.askedSort()).isEqualTo(TrialSort.by(MetricKey.of(Metric.TEST_ACCURACY), false));
        mvc.perform(get(TRIALS + "?sort=finishedAt,desc"));
        assertThat(trials.askedSort()).isEqualTo(TrialSort.by(TrialSort.Field.FINISHED_AT, true));
        mvc.perform(get(TRIALS));
        assertThat(trials.askedSort()).isEqualTo(TrialSort.by(TrialSort.Field.NUMBER, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sort=latency       | sort  | valid are number, sequence, state
                    sort=latency@moon  | sort  | latency@host
                    sort=accuracy@host | sort  | cannot sort by 'accuracy@host'
                    state=DONE         | state | valid are QUEUED
                    size=-1            | size  | must lie in
                    """)
    void aQueryThatMakesNoSenseIsRefused(String query, String field, String message) throws Exception {
        mvc.perform(get(TRIALS + "?" + query)).andExpect(fault(field, message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/0", "/6", "/-1", "/one", "/99999999999", "/6/model", "/2/weights"})
    void whatIsNotThereIsNotFound(String path) throws Exception {
        mvc.perform(get(TRIALS + path)).andExpect(problem(ProblemType.NOT_FOUND));
    }

    @Test
    void aTrialThatWasNotTrainedHasNoModelToLinkTo() throws Exception {
        mvc.perform(get(TRIALS + "/2")).andExpect(jsonPath("$.links.model").value(TRIALS + "/2/model"));
        mvc.perform(get(TRIALS + "/4")).andExpect(jsonPath("$.links").doesNotExist());
        mvc.perform(get(TRIALS + "/4/model")).andExpect(problem(ProblemType.NOT_FOUND));
    }

    @Test
    void aModelIsAFileWithANameAndAnEtag() throws Exception {
        mvc.perform(get(TRIALS + "/2/model?format=onnx"))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"" + Scenario.MODEL + "\""))
                .andExpect(header().string(
                                "Content-Disposition",
                                "attachment; filename=\"digits-on-this-machine-trial-2.onnx\""))
                .andExpect(content().contentType("application/octet-stream"))
                .andExpect(content().bytes(new byte[] {8, 7, 18, 7}));
        mvc.perform(get(TRIALS + "/2/model").header(HttpHeaders.IF_NONE_MATCH, "\"" + Scenario.MODEL + "\""))
                .andExpect(status().isNotModified())
                .andExpect(content().string(""));
    }

    @Test
    void anUnknownFormatIsRefusedWithTheValidOnes() throws Exception {
        mvc.perform(get(TRIALS + "/2/model?format=dl4j")).andExpect(fault("format", "valid is onnx"));
        mvc.perform(get(EXPERIMENT + "/export?format=xml")).andExpect(fault("format", "valid are csv, json"));
    }

    @ParameterizedTest
    @CsvSource({
        "digits on this machine, digits-on-this-machine",
        "../../etc/passwd, etc-passwd",
        "Größe & Form, gr-e-form",
        "日本, experiment",
        "'a\"b\r\nc', a-b-c"
    })
    void aFileNameHasOnlyPlainLetters(String name, String file) {
        assertThat(ModelController.fileName(name)).isEqualTo(file);
    }

    @Test
    void theExportAsCsvHasALineForEachTrial() throws Exception {
        String csv = mvc.perform(get(EXPERIMENT + "/export"))
                .andExpect(status().isOk())
                .andExpect(header().string(
                                "Content-Disposition",
                                "attachment; filename=\"digits-on-this-machine-trials.csv\""))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(csv).startsWith("number,state,reason,message,architectureId,architecture,parent,");
        assertThat(csv.lines()).hasSize(6);
        assertThat(csv.lines().toList().get(2))
                .startsWith("2,SUCCEEDED,,,a177ca47d51ad2771979,conv3x3-8|max|global|dense-32,,3,1.0,1,2,1,false,")
                .contains(",0.953,")
                .contains(",0.034,");
        assertThat(csv.lines().toList().get(3)).contains("ConstraintViolated,breaks parameters ≤ 50000");
    }
}
