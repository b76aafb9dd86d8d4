package dev.skyline.api.agent;

import dev.skyline.api.ApiTest;
import dev.skyline.api.Problems;
import dev.skyline.api.fake.FakeCore;
import dev.skyline.api.fake.Measuring;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.hardware.agent.MeasuringJob;
import dev.skyline.hardware.agent.MemoryQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;

import java.util.UUID;

import static dev.skyline.api.Problems.fault;
import static dev.skyline.api.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApiTest
class AgentApiTest {

    private static final String BASE = "/api/v1/agent";
    private static final String TARGETS = "/api/v1/hardware-targets";
    private static final String RESULT = BASE + "/jobs/" + Measuring.JOB + "/result";
    private static final String SESSION = "{\"session\": \"" + Measuring.SESSION + "\"";
    private static final String ASK = SESSION + ", \"waitSeconds\": 0}";

    private static final String REGISTRATION = """
            {"instance": "%s", "hardware": {"cpu": "Cortex-A72", "cores": 4, "memory": 4026531840,
             "os": "Linux 6.12", "runtime": "onnxruntime 1.29.0"}}""";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private FakeCore core;

    @Autowired
    private MemoryQueue queue;

    @BeforeEach
    void reset() {
        core.reset();
    }

    @Test
    void aNewTargetHasATokenThatIsShownOnceAndOpensTheAgentsCallsAlone() throws Exception {
        JsonNode created = body(mvc.perform(json(post(TARGETS), "{\"name\": \"shelf\", \"kind\": \"agent\"}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.settings.patience").value(30.0))
                .andExpect(jsonPath("$.agent.connected").value(false)));
        String token = created.path("token").asString();
        assertThat(token).matches("[0-9a-f]{48}");
        mvc.perform(get(TARGETS + "/shelf")).andExpect(jsonPath("$.token").doesNotExist());

        perform(post(BASE + "/register"), token, REGISTRATION.formatted("shelf-1"))
                .andExpect(jsonPath("$.target").value("shelf"))
                .andExpect(jsonPath("$.leaseSeconds").value(60));
        mvc.perform(get(TARGETS + "/shelf"))
                .andExpect(jsonPath("$.agent.connected").value(true))
                .andExpect(jsonPath("$.agent.hardware.cpu").value("Cortex-A72"));
        perform(post(RESULT), token, result(4, Measuring.LEASE)).andExpect(problem(ProblemType.NOT_FOUND));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /register",
        "POST, /jobs/next",
        "POST, /heartbeat",
        "POST, /leave",
        "GET, /jobs/x/model",
        "GET, /"
    })
    void withoutTheRightTokenNothingIsAnswered(String method, String path) throws Exception {
        MockHttpServletRequestBuilder call = method.equals("GET") ? get(BASE + path) : post(BASE + path);
        mvc.perform(call).andExpect(problem(ProblemType.UNAUTHORIZED)).andExpect(header().exists("WWW-Authenticate"));
        perform(call, Measuring.TOKEN.replace('6', '7'), "{}").andExpect(problem(ProblemType.UNAUTHORIZED));
    }

    @Test
    void aNewTokenMakesTheOldOneWorthless() throws Exception {
        mvc.perform(json(post(TARGETS), "{\"name\": \"pi4\", \"kind\": \"agent\"}"))
                .andExpect(status().isCreated());
        perform(post(BASE + "/heartbeat"), Measuring.TOKEN, ASK).andExpect(problem(ProblemType.UNAUTHORIZED));
        String token =
                body(mvc.perform(post(TARGETS + "/pi4/token"))).path("token").asString();
        perform(post(BASE + "/register"), token, REGISTRATION.formatted("x")).andExpect(status().isOk());
        mvc.perform(post(TARGETS + "/host/token")).andExpect(problem(ProblemType.CONFLICT));
        mvc.perform(post(TARGETS + "/none/token")).andExpect(problem(ProblemType.NOT_FOUND));
    }

    @Test
    void aJobIsTakenMeasuredAndReportedOnceHoweverOftenItIsTold() throws Exception {
        JsonNode job = body(agent(post(BASE + "/jobs/next"), ASK));
        assertThat(job.path("provider").asString()).isEqualTo("cpu");
        mvc.perform(get(job.path("modelUrl").asString()).header("Authorization", "Bearer " + Measuring.TOKEN))
                .andExpect(content().string("onnx"));
        UUID lease = UUID.fromString(job.path("lease").asString());
        for (int i = 0; i < 2; i++) {
            agent(post(RESULT), result(4.25, lease))
                    .andExpect(jsonPath("$.repeat").value(false));
        }
        agent(post(RESULT), result(4.5, lease)).andExpect(problem(ProblemType.CONFLICT));
        assertThat(queue.find(Measuring.JOB)
                        .orElseThrow()
                        .result()
                        .orElseThrow()
                        .medianMillis())
                .isEqualTo(4.25);
        agent(post(BASE + "/jobs/next"), ASK).andExpect(status().isNoContent());
    }

    @Test
    void aResultOfAnotherJobOrALostLeaseIsRefused() throws Exception {
        agent(post(RESULT), result(4, UUID.randomUUID())).andExpect(problem(ProblemType.CONFLICT));
        agent(post(BASE + "/jobs/" + UUID.randomUUID() + "/result"), result(4, Measuring.LEASE))
                .andExpect(problem(ProblemType.NOT_FOUND));
        agent(post(BASE + "/jobs/next"), ASK).andExpect(status().isOk());
        agent(post(RESULT), result(4, Measuring.LEASE)).andExpect(problem(ProblemType.CONFLICT));
        agent(
                        post(BASE + "/heartbeat"),
                        SESSION + ", \"job\": \"" + Measuring.JOB + "\", \"lease\": \"" + Measuring.LEASE + "\"}")
                .andExpect(jsonPath("$.held").value(false));
        assertThat(queue.find(Measuring.JOB).orElseThrow().state()).isEqualTo(MeasuringJob.State.LEASED);
    }

    @ParameterizedTest
    @CsvSource({
        "\"medianMillis\": NaN, medianMillis, must be a number",
        "\"medianMillis\": \"NaN\", medianMillis, must be a number",
        "\"medianMillis\": -4.31, medianMillis, above 0",
        "\"medianMillis\": 0, medianMillis, above 0",
        "\"p95Millis\": 0.1, p95Millis, no less than the median",
        "\"p95Millis\": Infinity, p95Millis, must be a number",
        "\"throughput\": 0.2298, throughput, samples a second",
        "\"spread\": -1, spread, 0 or more",
        "\"repetitions\": 0, repetitions, 1 or more",
        "\"steady\": null, steady, is needed",
        "\"lease\": \"mine\", lease, one that the service gave",
        "\"cpuCelsius\": 5210, cpuCelsius, °C"
    })
    void whatCannotBeIsRefusedByName(String figure, String field, String message) throws Exception {
        String body = result(4.31, Measuring.LEASE).replaceFirst("\"" + field + "\": [^,}]*", figure);
        assertThat(body).contains(figure);
        agent(post(RESULT), body).andExpect(fault(field, message));
        assertThat(queue.find(Measuring.JOB).orElseThrow().state()).isEqualTo(MeasuringJob.State.LEASED);
    }

    @Test
    void aSecondAgentIsRefusedUntilTheFirstLeaves() throws Exception {
        agent(post(BASE + "/register"), REGISTRATION.formatted("another"))
                .andExpect(problem(ProblemType.CONFLICT))
                .andExpect(jsonPath("$.detail").value(containsString(Measuring.INSTANCE)));
        agent(post(BASE + "/leave"), SESSION + "}").andExpect(status().isNoContent());
        agent(post(BASE + "/register"), REGISTRATION.formatted("another")).andExpect(status().isOk());
        agent(post(BASE + "/jobs/next"), ASK).andExpect(problem(ProblemType.CONFLICT));
    }

    @Test
    void aFailureIsRecordedWithItsReason() throws Exception {
        String failure = "{\"lease\": \"" + Measuring.LEASE + "\", \"code\": \"OutOfMemory\", \"message\": \"64 KB\"}";
        for (int i = 0; i < 2; i++) {
            agent(post(BASE + "/jobs/" + Measuring.JOB + "/failure"), failure).andExpect(status().isNoContent());
        }
        MeasuringJob job = queue.find(Measuring.JOB).orElseThrow();
        assertThat(job.code()).isEqualTo("OutOfMemory");
        assertThat(job.message()).isEqualTo("64 KB");
        agent(post(BASE + "/jobs/" + Measuring.JOB + "/failure"), failure.replace("OutOfMemory", "no code"))
                .andExpect(fault("code", "upper-camel"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /register  | {"instance": "", "hardware": 3}          | instance
                    /register  | {"instance": "x", "hardware": {}}        | hardware.cpu
                    /jobs/next | {}                                       | session
                    /jobs/next | {"session": "1"}                         | session
                    /jobs/next | {"session": "%s", "waitSeconds": 99}     | waitSeconds
                    /heartbeat | {"session": "%s", "job": 3}              | job
                    """)
    void rubbishIsRefusedByName(String path, String body, String field) throws Exception {
        agent(post(BASE + path), body.formatted(Measuring.SESSION)).andExpect(fault(field, ""));
    }

    @Test
    void whatIsNoJsonIsRefused() throws Exception {
        agent(post(RESULT), "{").andExpect(problem(ProblemType.INVALID_REQUEST));
        agent(post(RESULT), "{} {}").andExpect(problem(ProblemType.INVALID_REQUEST));
        agent(post(RESULT), "{\"lease\": 1, \"lease\": 2}").andExpect(problem(ProblemType.INVALID_REQUEST));
    }

    private static String result(double median, UUID lease) {
        return "{\"lease\": \"" + lease + "\", \"medianMillis\": " + median + ", \"p95Millis\": " + median * 1.1
                + ", \"spread\": 0.012, \"throughput\": " + 1000 / median
                + ", \"repetitions\": 220, \"steady\": true, \"peakMemory\": 41943040, \"cpuCelsius\": 52.1}";
    }

    private ResultActions agent(MockHttpServletRequestBuilder call, String body) throws Exception {
        return perform(call, Measuring.TOKEN, body);
    }

    private ResultActions perform(MockHttpServletRequestBuilder call, String token, String body) throws Exception {
        return mvc.perform(json(call, body).header("Authorization", "Bearer " + token));
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder call, String body) {
        return call.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static JsonNode body(ResultActions actions) {
        MvcResult result = actions.andReturn();
        assertThat(result.getResponse().getStatus()).isBetween(200, 299);
        return Problems.body(result);
    }
}
