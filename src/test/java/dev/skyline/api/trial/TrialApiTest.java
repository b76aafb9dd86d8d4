package dev.skyline.api.trial;

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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import static dev.skyline.api.Problems.fault;
import static dev.skyline.api.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

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
    @CsvSource(delimiter = '|', textBlock = """
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

    @ParameterizedTest
    @CsvSource({
        "format=onnx, digits-on-this-machine-trial-2.onnx, model.onnx",
        "fold=true, digits-on-this-machine-trial-2.onnx, 'model.onnx, folded'",
        "format=onnx&precision=fp32, digits-on-this-machine-trial-2.onnx, model.onnx",
        "format=dl4j, digits-on-this-machine-trial-2-dl4j.zip, model-dl4j.zip",
        "format=java, Trial2Network.java, Trial2Network.java"
    })
    void aModelIsAFileWithANameInEachFormat(String query, String name, String content) throws Exception {
        mvc.perform(get(TRIALS + "/2/model?" + query))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"" + name + "\""))
                .andExpect(content().contentType("application/octet-stream"))
                .andExpect(content().string(content));
    }

    @Test
    void aBundleHasEverythingAndSaysHowToRunIt() throws Exception {
        byte[] zip = mvc.perform(get(TRIALS + "/2/model?format=bundle"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        Map<String, String> files = unzipped(zip);
        assertThat(files)
                .containsOnlyKeys(
                        "README.md",
                        "model.onnx",
                        "model-dl4j.zip",
                        "Trial2Network.java",
                        "weights.npz",
                        "preprocessing.json",
                        "spec.json",
                        "measurements.json",
                        "DATA-LICENSE.txt");
        assertThat(files.get("spec.json")).contains("\"searchSpace\"");
        assertThat(files.get("measurements.json")).contains("\"accuracy\"");
        assertThat(files.get("README.md"))
                .contains("# Trial 2 of digits on this machine", "(1, 1, 8, 8)")
                .doesNotContain("@");
    }

    private static Map<String, String> unzipped(byte[] zip) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void aModelThatIsKnownAlreadyIsNotMadeAgain() throws Exception {
        String etag =
                mvc.perform(get(TRIALS + "/2/model")).andReturn().getResponse().getHeader("ETag");
        mvc.perform(get(TRIALS + "/2/model").header(HttpHeaders.IF_NONE_MATCH, etag))
                .andExpect(status().isNotModified())
                .andExpect(content().string(""));
        mvc.perform(get(TRIALS + "/2/model?fold=true").header(HttpHeaders.IF_NONE_MATCH, etag))
                .andExpect(status().isOk());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    format=h5      | format    | valid are onnx, dl4j, java, bundle
                    fold=maybe     | fold      | must be true or false
                    precision=int8 | precision | quantises in Python only
                    precision=fp16 | precision | valid is fp32
                    """)
    void aFormThatIsNotOfferedIsRefusedWithTheValidOnes(String query, String field, String message) throws Exception {
        mvc.perform(get(TRIALS + "/2/model?" + query)).andExpect(fault(field, message));
    }

    @Test
    void anUnknownFormatOfTheTrialsIsRefusedWithTheValidOnes() throws Exception {
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
                                "Content-Disposition", "attachment; filename=\"digits-on-this-machine-trials.csv\""))
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
