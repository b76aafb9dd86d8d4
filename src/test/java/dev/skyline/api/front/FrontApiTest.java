package dev.skyline.api.front;

import static dev.skyline.api.Problems.fault;
import static dev.skyline.api.Problems.problem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.skyline.api.ApiTest;
import dev.skyline.api.fake.FakeCore;
import dev.skyline.api.fake.Scenario;
import dev.skyline.api.problem.ProblemType;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

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
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
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
    void theHistoryIsThinnedAndEndsWithTheLastOutcome() throws Exception {
        mvc.perform(get(EXPERIMENT + "/history?points=2"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.points.length()").value(2))
                .andExpect(jsonPath("$.points[1].sequence").value(4));
        mvc.perform(get(EXPERIMENT + "/history?points=0")).andExpect(fault("points", "must lie in [1, 10000]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/front", "/history", "/trials/points", "/export", "/events", "/trials"})
    void anExperimentThatIsNotThereHasNone(String resource) throws Exception {
        mvc.perform(get("/api/v1/experiments/" + UUID.randomUUID() + resource))
                .andExpect(problem(ProblemType.NOT_FOUND));
    }
}
