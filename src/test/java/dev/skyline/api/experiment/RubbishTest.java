package dev.skyline.api.experiment;

import dev.skyline.api.ApiTest;
import dev.skyline.api.fake.FakeCore;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.experiment.Experiments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static dev.skyline.api.Problems.fault;
import static dev.skyline.api.Problems.faults;
import static dev.skyline.api.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** Whatever is sent as an experiment, the answer names the field and what is valid, and nothing is stored. */
@ApiTest
class RubbishTest {

    private static final Map<String, String> VALID = Map.of(
            "name", "'rubbish'",
            "dataset", "'digits'",
            "searchSpace", "{'type': 'sequential'}",
            "objectives", "[{'metric': 'accuracy'}]");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private FakeCore core;

    @Autowired
    private Experiments experiments;

    @BeforeEach
    void reset() {
        core.reset();
    }

    @AfterEach
    void nothingWasStored() {
        assertThat(experiments.unfinished()).hasSize(2);
    }

    static Stream<Arguments> wrongValues() {
        return Stream.of(
                arguments("name", "5", "name", "must be a text, not 5"),
                arguments("name", "''", "name", "must have 1 to 200 characters"),
                arguments("name", "'   '", "name", "must have 1 to 200 characters"),
                arguments("name", "null", "name", "is needed"),
                arguments("name", "'" + "x".repeat(201) + "'", "name", "must have 1 to 200 characters"),
                arguments("name", "'a\\u0000b'", "name", "U+0000"),
                arguments("notes", "'" + "x".repeat(10_001) + "'", "notes", "to 10000 characters"),
                arguments("labels", "'one'", "labels", "must be a list, not \"one\""),
                arguments("labels", "[1]", "labels[0]", "must be a text, not 1"),
                arguments("labels", "['']", "labels[0]", "must have 1 to 50 characters"),
                arguments("labels", "[null]", "labels[0]", "must not be null"),
                arguments("dataset", "'imagenet'", "dataset", "there is no data set 'imagenet'; valid are digits"),
                arguments("dataset", "null", "dataset", "valid are digits"),
                arguments(
                        "searchSpace", "{'type': 'darts'}", "searchSpace.type", "valid are sequential, nas-bench-201"),
                arguments("searchSpace", "{}", "searchSpace.type", "is needed"),
                arguments("searchSpace", "'sequential'", "searchSpace", "must be an object"),
                arguments("searchSpace", "null", "searchSpace", "valid are sequential, nas-bench-201"),
                arguments(
                        "searchSpace",
                        "{'type': 'sequential', 'settings': {'layers': 3}}",
                        "searchSpace.settings.layers",
                        "there is no such setting; valid are minLayers"),
                arguments(
                        "searchSpace",
                        "{'type': 'sequential', 'settings': {'maxLayers': 'many'}}",
                        "searchSpace.settings.maxLayers",
                        "must be a number, not many"),
                arguments(
                        "searchSpace",
                        "{'type': 'sequential', 'settings': {'maxLayers': 1e400}}",
                        "searchSpace.settings.maxLayers",
                        "must be a number of 64 bits"),
                arguments(
                        "searchSpace",
                        "{'type': 'sequential', 'settings': {'maxLayers': 2.5}}",
                        "searchSpace.settings.maxLayers",
                        "must be a whole number"),
                arguments(
                        "searchSpace",
                        "{'type': 'sequential', 'settings': [1]}",
                        "searchSpace.settings",
                        "must be an object, not a list"),
                arguments(
                        "searchSpace",
                        "{'type': 'sequential', 'setings': {}}",
                        "searchSpace.setings",
                        "there is no such field; valid are type, settings"),
                arguments(
                        "strategy",
                        "{'type': 'grid'}",
                        "strategy.type",
                        "valid are nsga2, gaussian-process, regularized-evolution"),
                arguments(
                        "strategy",
                        "{'type': 'nsga2', 'settings': {'populationSize': 0}}",
                        "strategy.settings.populationSize",
                        "must lie in"),
                arguments("estimator", "{'type': 'guess'}", "estimator.type", "valid are training"),
                arguments(
                        "estimator",
                        "{'type': 'training', 'settings': {'epochs': -1}}",
                        "estimator.settings.epochs",
                        "must lie in [1, 1000], not -1"),
                arguments("hardwareTargets", "['moon']", "hardwareTargets[0]", "'moon'; valid are host"),
                arguments("hardwareTargets", "['host', 'host']", "hardwareTargets[1]", "stands twice"),
                arguments("hardwareTargets", "{}", "hardwareTargets", "must be a list, not an object"),
                arguments("objectives", "[]", "objectives", "valid metrics are accuracy"),
                arguments("objectives", "[{}]", "objectives[0].metric", "is needed"),
                arguments("objectives", "[{'metric': 'speed'}]", "objectives[0].metric", "valid are accuracy, loss"),
                arguments("objectives", "[{'metric': 'testAccuracy'}]", "objectives[0].metric", "valid are accuracy"),
                arguments(
                        "objectives",
                        "[{'metric': 'latency', 'target': 'moon'}]",
                        "objectives[0].target",
                        "'moon'; valid are host"),
                arguments(
                        "objectives",
                        "[{'metric': 'accuracy', 'target': 'host'}]",
                        "objectives[0].target",
                        "belongs to no hardware target"),
                arguments(
                        "objectives",
                        "[{'metric': 'accuracy'}, {'metric': 'accuracy'}]",
                        "objectives[1]",
                        "is an objective already"),
                arguments(
                        "objectives",
                        "[{'metric': 'accuracy', 'goal': 'high'}]",
                        "objectives[0].goal",
                        "must be a number, not \"high\""),
                arguments("objectives", "[{'metric': 'accuracy', 'goal': 1e999}]", "objectives[0].goal", "be a number"),
                arguments("objectives", "[{'metric': 'accuracy', 'goal': 93}]", "objectives[0].goal", "is above 1"),
                arguments("objectives", "[{'metric': 'parameters', 'goal': -1}]", "objectives[0].goal", "is below 0"),
                arguments("objectives", "[7]", "objectives[0]", "must be an object, not 7"),
                arguments("constraints", "[{'metric': 'parameters'}]", "constraints[0]", "needs atMost or atLeast"),
                arguments(
                        "constraints",
                        "[{'metric': 'parameters', 'atMost': 10, 'atLeast': 20}]",
                        "constraints[0]",
                        "at least 20.0 and at most 10.0"),
                arguments(
                        "constraints",
                        "[{'metric': 'macs', 'atMost': 10}, {'metric': 'macs', 'atLeast': 20}]",
                        "constraints[1]",
                        "contradicts macs ≤ 10"),
                arguments(
                        "constraints",
                        "[{'metric': 'macs', 'atMost': 10, 'confidence': 2}]",
                        "constraints[0].confidence",
                        "must lie in [0.5, 1), not 2"),
                arguments(
                        "objectives",
                        "[{'metric': 'latency', 'aggregate': 'max', 'targets': ['host', 'moon']}]",
                        "objectives[0].targets[1]",
                        "there is no hardware target 'moon'"),
                arguments(
                        "objectives",
                        "[{'metric': 'latency', 'target': 'max(host,moon)'}]",
                        "objectives[0].target",
                        "there is no hardware target 'moon'"),
                arguments(
                        "constraints",
                        "[{'metric': 'latency', 'aggregate': 'sum', 'weights': {'moon': 1, 'host': 2}, 'atMost': 1}]",
                        "constraints[0].weights.moon",
                        "there is no hardware target 'moon'"),
                arguments("constraints", "[{'metric': 'weights', 'atMost': 1}]", "constraints[0].metric", "valid are"),
                arguments("budget", "{'maxTrials': 0}", "budget.maxTrials", "must be at least 1, not 0"),
                arguments("budget", "{'maxTrials': 1000001}", "budget.maxTrials", "must be at most 1000000"),
                arguments("budget", "{'maxTrials': 99999999999}", "budget.maxTrials", "must be a whole number"),
                arguments("budget", "{'maxTrials': 1.5}", "budget.maxTrials", "must be a whole number"),
                arguments("budget", "{'maxFailedTrials': 0}", "budget.maxFailedTrials", "must be at least 1, not 0"),
                arguments("budget", "{'maxDuration': 'PT0S'}", "budget.maxDuration", "must be longer than nothing"),
                arguments("budget", "{'maxDuration': '-PT5M'}", "budget.maxDuration", "must be longer than nothing"),
                arguments("budget", "{'maxDuration': 'P9999999D'}", "budget.maxDuration", "must be at most 3650 days"),
                arguments("budget", "{'maxDuration': 'an hour'}", "budget.maxDuration", "such as PT20M"),
                arguments("budget", "{'maxDuration': 60}", "budget.maxDuration", "such as PT20M, not 60"),
                arguments("budget", "{'trials': 3}", "budget.trials", "valid are maxTrials, maxDuration"),
                arguments("budget", "[]", "budget", "must be an object, not a list"),
                arguments("parallelism", "10000", "parallelism", "must be at most 64, not 10000"),
                arguments("parallelism", "0", "parallelism", "must be at least 1, not 0"),
                arguments("parallelism", "true", "parallelism", "must be a number, not true"),
                arguments("memory", "'maybe'", "memory", "must be one of on, off, not \"maybe\""),
                arguments("memory", "true", "memory", "must be one of on, off, not true"),
                arguments("seed", "'lucky'", "seed", "must be a number"),
                arguments("seed", "9223372036854775808", "seed", "must be a whole number of 64 bits"),
                arguments("start", "'yes'", "start", "must be true or false"),
                arguments("benchmark", "'nb201'", "benchmark", "a data set, a benchmark or a task, not on several"),
                arguments("task", "{'input': [3, 32, 32]}", "task.classes", "is needed"),
                arguments("task", "{'input': [3.5, 32, 32], 'classes': 2}", "task.input[0]", "must be a whole number"),
                arguments("task", "{'input': [null, 32, 32], 'classes': 2}", "task.input[0]", "must not be null"),
                arguments("data", "'digits'", "data", "there is no such field; valid are name, notes"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wrongValues")
    void aWrongValueIsNamedWithWhatIsValid(String key, String value, String field, String message) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>(VALID);
        fields.put(key, value);
        String body = fields.entrySet().stream()
                .map(entry -> "'" + entry.getKey() + "': " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"))
                .replace('\'', '"');
        send(body).andExpect(fault(field, message));
        send("/validate", body).andExpect(fault(field, message));
    }

    @Test
    void allFaultsAreTold() throws Exception {
        MvcResult result = send("""
                        {"name": 5, "dataset": "imagenet", "searchSpace": {"type": "darts"},
                         "objectives": [{"metric": "speed"}], "budget": {"maxTrials": 0}, "parallelism": 10000,
                         "colour": "red"}""").andReturn();
        assertThat(faults(result))
                .containsOnlyKeys(
                        "name",
                        "dataset",
                        "searchSpace.type",
                        "objectives[0].metric",
                        "budget.maxTrials",
                        "parallelism",
                        "colour");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{'name': 'x'",
                "{'name': 'x'} {'name': 'y'}",
                "{'name': 'x', 'name': 'y'}",
                "{name: 'x'}",
                "nothing",
                "{'seed': NaN}",
                "{'seed': 01}"
            })
    void whatIsNoJsonIsRefused(String body) throws Exception {
        send(body.replace('\'', '"')).andExpect(problem(ProblemType.INVALID_REQUEST));
    }

    @Test
    void depthIsBounded() throws Exception {
        send("[".repeat(100_000)).andExpect(problem(ProblemType.INVALID_REQUEST));
        send("{\"searchSpace\": {\"type\": \"sequential\", \"settings\": " + "{\"a\":".repeat(900) + "1"
                        + "}".repeat(902))
                .andExpect(problem(ProblemType.INVALID_REQUEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "'text'", "12"})
    void whatIsNoObjectIsRefused(String body) throws Exception {
        send(body.replace('\'', '"')).andExpect(fault("", "must be an object"));
    }

    @Test
    void aBodyOfMoreThanAMegabyteIsRefused() throws Exception {
        send("{\"notes\": \"" + "x".repeat(10 << 20) + "\"}").andExpect(problem(ProblemType.TOO_LARGE));
    }

    @Test
    void anotherContentTypeIsRefused() throws Exception {
        mvc.perform(post("/api/v1/experiments")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("{}"))
                .andExpect(problem(ProblemType.UNSUPPORTED_MEDIA_TYPE));
        mvc.perform(post("/api/v1/experiments").content("{}")).andExpect(problem(ProblemType.UNSUPPORTED_MEDIA_TYPE));
    }

    private ResultActions send(String body) throws Exception {
        return send("", body);
    }

    private ResultActions send(String path, String body) throws Exception {
        return mvc.perform(post("/api/v1/experiments" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
