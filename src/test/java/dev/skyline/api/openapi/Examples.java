package dev.skyline.api.openapi;

import dev.skyline.api.fake.Measuring;
import dev.skyline.api.fake.Scenario;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** For every operation with a JSON answer, the call in the scenario whose answer is the operation's example. */
final class Examples {

    private static final String EXPERIMENTS = "/api/v1/experiments";
    private static final String EXPERIMENT = EXPERIMENTS + "/" + Scenario.ID;
    private static final String EXTERNAL = EXPERIMENTS + "/" + Scenario.EXTERNAL;
    private static final String TARGETS = "/api/v1/hardware-targets";
    private static final String SPACES = "/api/v1/search-spaces";
    private static final String DATASETS = "/api/v1/datasets";
    private static final String COMPARISONS = "/api/v1/comparisons";
    private static final String BENCHMARKS = "/api/v1/benchmarks";

    private Examples() {}

    static Map<String, RequestBuilder> calls() {
        Map<String, RequestBuilder> calls = new LinkedHashMap<>();
        calls.put("createExperiment", body(post(EXPERIMENTS), "createExperiment"));
        calls.put("validateExperiment", body(post(EXPERIMENTS + "/validate"), "validateExperiment"));
        calls.put("listExperiments", get(EXPERIMENTS));
        calls.put("getExperiment", get(EXPERIMENT));
        calls.put("updateExperiment", body(patch(EXPERIMENT), "updateExperiment"));
        calls.put("pauseExperiment", post(EXPERIMENT + "/pause"));
        calls.put("resumeExperiment", post(EXPERIMENT + "/resume"));
        calls.put("stopExperiment", post(EXPERIMENT + "/stop"));
        calls.put("cancelExperiment", post(EXPERIMENT + "/cancel"));
        calls.put("listTrials", get(EXPERIMENT + "/trials"));
        calls.put("getTrial", get(EXPERIMENT + "/trials/2"));
        calls.put("getTrialPoints", get(EXPERIMENT + "/trials/points"));
        calls.put("getFront", get(EXPERIMENT + "/front"));
        calls.put("getRecommendation", get(EXPERIMENT + "/recommendation?target=host&atMost=0.02"));
        calls.put("getHistory", get(EXPERIMENT + "/history"));
        calls.put("exportTrials", get(EXPERIMENT + "/export?format=json"));
        calls.put("cloneExperiment", body(post(EXTERNAL + "/clone"), "cloneExperiment"));
        calls.put("replayExperiment", post(EXTERNAL + "/replay"));
        calls.put("askTrials", body(post(EXTERNAL + "/suggestions"), "askTrials"));
        calls.put("tellEpoch", body(post(EXTERNAL + "/trials/1/measurements"), "tellEpoch"));
        calls.put("tellEnd", body(post(EXTERNAL + "/trials/1/complete"), "tellEnd"));
        calls.put("importTrials", body(post(EXTERNAL + "/trials/import"), "importTrials"));
        calls.put("createDataset", multipart(DATASETS).file(table()).param("name", "points"));
        calls.put("listDatasets", get(DATASETS));
        calls.put("getDataset", get(DATASETS + "/digits"));
        calls.put("listSamples", get(DATASETS + "/points/samples?perClass=2"));
        calls.put(
                "createBaseline",
                multipart(EXPERIMENT + "/baselines")
                        .file(model())
                        .param("name", "ResNet-50")
                        .param("accuracy", "0.97"));
        calls.put("listBaselines", get(EXPERIMENT + "/baselines"));
        calls.put("getBaseline", get(EXPERIMENT + "/baselines/" + Scenario.BASELINE));
        calls.put("createSearchSpace", body(post(SPACES), "createSearchSpace"));
        calls.put("listSearchSpaces", get(SPACES));
        calls.put("getSearchSpace", get(SPACES + "/two-stages"));
        calls.put("createBenchmark", benchmark());
        calls.put("listBenchmarks", get(BENCHMARKS));
        calls.put("getBenchmark", get(BENCHMARKS + "/cells"));
        calls.put("createComparison", body(post(COMPARISONS), "createComparison"));
        calls.put("listComparisons", get(COMPARISONS));
        calls.put("getComparison", get(COMPARISONS + "/" + Scenario.COMPARISON.value()));
        calls.put("createHardwareTarget", body(post(TARGETS), "createHardwareTarget"));
        calls.put("listHardwareTargets", get(TARGETS));
        calls.put("getHardwareTarget", get(TARGETS + "/host"));
        calls.put("exportHardwareTarget", get(TARGETS + "/raspi4/export"));
        calls.put("testHardwareTarget", body(post(TARGETS + "/raspi4/test"), "testHardwareTarget"));
        calls.put("renewAgentToken", post(TARGETS + "/pi4/token"));
        calls.put("registerAgent", agent("/register", "registerAgent"));
        calls.put("takeMeasuringJob", agent("/jobs/next", "takeMeasuringJob"));
        calls.put("keepLease", agent("/heartbeat", "keepLease"));
        calls.put("reportMeasurement", agent("/jobs/" + Measuring.JOB + "/result", "reportMeasurement"));
        calls.put("getCatalogue", get("/api/v1/catalogue"));
        return calls;
    }

    /** Calls that go before an operation's, so that there is something to answer. */
    static Map<String, RequestBuilder> before() {
        return Map.ofEntries(
                Map.entry("resumeExperiment", post(EXPERIMENT + "/pause")),
                Map.entry("listSearchSpaces", body(post(SPACES), "createSearchSpace")),
                Map.entry("getSearchSpace", body(post(SPACES), "createSearchSpace")),
                Map.entry("replayExperiment", body(post(EXTERNAL + "/suggestions"), "askTrials")),
                Map.entry("tellEpoch", body(post(EXTERNAL + "/suggestions"), "askTrials")),
                Map.entry("tellEnd", body(post(EXTERNAL + "/suggestions"), "askTrials")),
                Map.entry("listSamples", multipart(DATASETS).file(table()).param("name", "points")),
                Map.entry(
                        "renewAgentToken",
                        post(TARGETS)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"name\": \"pi4\", \"kind\": \"agent\"}")),
                Map.entry("listBenchmarks", benchmark()),
                Map.entry("listHardwareTargets", benchmark()),
                Map.entry("exportHardwareTarget", body(post(TARGETS), "createHardwareTarget")),
                Map.entry("testHardwareTarget", body(post(TARGETS), "createHardwareTarget")),
                Map.entry("getBenchmark", benchmark()));
    }

    private static MockMultipartFile model() {
        return new MockMultipartFile("file", "model.onnx", "application/octet-stream", new byte[] {8, 7, 18, 7});
    }

    /** Five samples of each of two classes. */
    static MockMultipartFile table() {
        String csv = "x,y,label\n" + "0.5,1,left\n1.5,2,right\n".repeat(5);
        return new MockMultipartFile("file", "points.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    /** Two cells at two numbers of epochs. */
    static RequestBuilder benchmark() {
        String csv = """
                architecture,epochs,accuracy,parameters,latency@raspi4
                |nor_conv_3x3~0|+|none~0|skip_connect~1|,1,0.612,7902,2.31
                |nor_conv_3x3~0|+|none~0|skip_connect~1|,10,0.957,7902,2.31
                |none~0|+|skip_connect~0|none~1|,1,0.433,4822,1.02
                |none~0|+|skip_connect~0|none~1|,10,0.861,4822,1.02
                """;
        return multipart(BENCHMARKS)
                .file(new MockMultipartFile("file", "cells.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                .param("name", "cells")
                .param("space", "nas-bench-201")
                .param("settings", "{\"nodes\": 3, \"channels\": 4}")
                .param("input", "1,8,8")
                .param("classes", "10");
    }

    private static RequestBuilder agent(String path, String operation) {
        return body(post("/api/v1/agent" + path).header("Authorization", "Bearer " + Measuring.TOKEN), operation);
    }

    private static RequestBuilder body(MockHttpServletRequestBuilder call, String operation) {
        return call.contentType(MediaType.APPLICATION_JSON).content(file("requests/" + operation));
    }

    /** @param name below {@code /openapi}, without the ending */
    static String file(String name) {
        try (InputStream in = Examples.class.getResourceAsStream("/openapi/" + name + ".json")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
