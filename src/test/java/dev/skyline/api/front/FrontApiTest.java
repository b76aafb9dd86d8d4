package dev.skyline.api.front;

import dev.skyline.api.ApiTest;
import dev.skyline.api.fake.FakeCore;
import dev.skyline.api.fake.Scenario;
import dev.skyline.api.problem.ProblemType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

import java.util.UUID;

import static dev.skyline.api.Problems.fault;
import static dev.skyline.api.Problems.problem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApiTest
class FrontApiTest {

    private static final String EXPERIMENT = "/api/v1/experiments/" + Scenario.ID;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private FakeCore core;

    @BeforeEach
    void reset() {
        core.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "'', latency, host, accuracy,",
        "?target=host, latency, host, accuracy,",
        "?x=latency&y=accuracy&target=host, latency, host, accuracy,",
        "?x=parameters, parameters, , accuracy,",
        "?x=accuracy, accuracy, , latency, host",
        "?y=latency, accuracy, , latency, host",
        "?y=latency&target=host, accuracy, , latency, host",
        "?x=throughput, throughput, host, accuracy,",
        "?x=parameters&y=accuracy&target=host, parameters, , accuracy,",
        "?x=&y=&target=, latency, host, accuracy,"
    })
    void axesThatAreNotNamedAreWhatTheExperimentOptimises(
            String query, String x, String xTarget, String y, String yTarget) throws Exception {
        for (String resource : new String[] {"/front", "/trials/points"}) {
            mvc.perform(get(EXPERIMENT + resource + query))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.x.metric").value(x))
                    .andExpect(
                            xTarget == null
                                    ? jsonPath("$.x.target").doesNotExist()
                                    : jsonPath("$.x.target").value(xTarget))
                    .andExpect(jsonPath("$.y.metric").value(y))
                    .andExpect(
                            yTarget == null
                                    ? jsonPath("$.y.target").doesNotExist()
                                    : jsonPath("$.y.target").value(yTarget));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ?x=speed                | x      | valid are accuracy, testAccuracy, loss
                    ?y=latency@host         | y      | there is no metric 'latency@host'
                    ?target=moon            | target | valid are host
                    ?x=accuracy&y=accuracy  | y      | must be another metric than x
                    """)
    void axesThatMakeNoSenseAreRefused(String query, String field, String message) throws Exception {
        mvc.perform(get(EXPERIMENT + "/front" + query)).andExpect(fault(field, message));
        mvc.perform(get(EXPERIMENT + "/trials/points" + query)).andExpect(fault(field, message));
    }

    @Test
    void aFrontWithoutPointsHasNoHypervolume() throws Exception {
        mvc.perform(get(EXPERIMENT + "/front?x=energy"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.points").isEmpty())
                .andExpect(jsonPath("$.hypervolume").doesNotExist())
                .andExpect(jsonPath("$.knee").doesNotExist());
    }

    @Test
    void theBestUnderALimitIsRecommendedWhileTheSearchRuns() throws Exception {
        mvc.perform(get(EXPERIMENT + "/recommendation?target=host&atMost=0.02"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.metric").value("latency"))
                .andExpect(jsonPath("$.quality.metric").value("accuracy"))
                .andExpect(jsonPath("$.atMost").value(0.02))
                .andExpect(jsonPath("$.best.trial").value(1))
                .andExpect(jsonPath("$.best.source").value("MEASURED"))
                .andExpect(jsonPath("$.knee.trial").value(1))
                .andExpect(jsonPath("$.alternatives[*].trial").value(2))
                .andExpect(jsonPath("$.infeasibility").doesNotExist());
    }

    @Test
    void aLimitBelowEverythingIsAnsweredWithTheNearest() throws Exception {
        mvc.perform(get(EXPERIMENT + "/recommendation?metric=parameters&atMost=100"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.best").doesNotExist())
                .andExpect(jsonPath("$.alternatives.length()").value(2))
                .andExpect(jsonPath("$.infeasibility.trial").value(1))
                .andExpect(jsonPath("$.infeasibility.misses[0].metric").value("parameters"))
                .andExpect(jsonPath("$.infeasibility.misses[0].atMost").value(true))
                .andExpect(jsonPath("$.infeasibility.misses[0].missedBy").value(0.7))
                .andExpect(jsonPath("$.infeasibility.relaxation[0].atMost").value(170));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ?target=moon                   | target  | valid are host
                    ?metric=speed                  | metric  | valid are accuracy, testAccuracy, loss
                    ?atMost=fast                   | atMost  | must be a number, not 'fast'
                    ?atMost=-1                     | atMost  | must be a number from 0 on
                    ?atMost=NaN                    | atMost  | must be a number from 0 on
                    ?metric=throughput&atMost=1&atLeast=2 | atLeast | must not be above atMost
                    """)
    void aQuestionThatMakesNoSenseIsRefused(String query, String field, String message) throws Exception {
        mvc.perform(get(EXPERIMENT + "/recommendation" + query)).andExpect(fault(field, message));
    }

    @Test
    void amongSeveralTargetsTheMissingOneIsAskedFor() throws Exception {
        String forTwo = """
                {"name": "for two", "task": {"input": [3, 32, 32], "classes": 10}, "estimator": {"type": "external"},
                 "searchSpace": {"type": "nas-bench-201"}, "hardwareTargets": ["phone", "tv"],
                 "objectives": [{"metric": "accuracy"}, {"metric": "parameters"}]}""";
        String location = mvc.perform(post("/api/v1/experiments")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(forTwo))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        mvc.perform(get(location + "/recommendation?atMost=5"))
                .andExpect(fault("target", "latency needs a target; valid are phone, tv"));
    }

    @Test
    void aPointTellsWhatItsSecondMeasurementGave() throws Exception {
        mvc.perform(get(EXPERIMENT + "/front"))
                .andExpect(jsonPath("$.points[0].measuredAgain").doesNotExist())
                .andExpect(jsonPath("$.points[1].x").value(0.034))
                .andExpect(jsonPath("$.points[1].measuredAgain.value").value(0.033))
                .andExpect(jsonPath("$.points[1].measuredAgain.p95").value(0.035));
        mvc.perform(get(EXPERIMENT + "/front?x=parameters"))
                .andExpect(jsonPath("$.points[1].measuredAgain").doesNotExist());
        mvc.perform(get(EXPERIMENT + "/trials/2"))
                .andExpect(jsonPath("$.measuredAgain.measurements[0].value").value(0.033));
    }

    @Test
    void theHistoryIsThinnedAndEndsWithTheLastOutcome() throws Exception {
        mvc.perform(get(EXPERIMENT + "/history?points=2"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.points.length()").value(2))
                .andExpect(jsonPath("$.points[1].sequence").value(4));
        mvc.perform(get(EXPERIMENT + "/history?points=0")).andExpect(fault("points", "must lie in [1, 10000]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/front", "/recommendation", "/history", "/trials/points", "/export", "/events", "/trials"})
    void anExperimentThatIsNotThereHasNone(String resource) throws Exception {
        mvc.perform(get("/api/v1/experiments/" + UUID.randomUUID() + resource))
                .andExpect(problem(ProblemType.NOT_FOUND));
    }
}
