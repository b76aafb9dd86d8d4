package dev.skyline.api.experiment;

import dev.skyline.api.ApiTest;
import dev.skyline.api.fake.FakeCore;
import dev.skyline.api.fake.MemorySummaries;
import dev.skyline.api.fake.Scenario;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.view.ExperimentSort;
import dev.skyline.experiment.view.ExperimentSort.Field;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import java.net.URI;
import java.util.UUID;

import static dev.skyline.api.Problems.body;
import static dev.skyline.api.Problems.fault;
import static dev.skyline.api.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApiTest
class ExperimentApiTest {

    private static final String ALL = "/api/v1/experiments";
    private static final String ONE = ALL + "/" + Scenario.ID;
    private static final String LEAST = """
            {"name": "least", "dataset": "digits", "searchSpace": {"type": "sequential"},
             "objectives": [{"metric": "accuracy"}]%s}""";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private FakeCore core;

    @Autowired
    private Experiments experiments;

    @Autowired
    private MemorySummaries summaries;

    @BeforeEach
    void reset() {
        core.reset();
    }

    @Test
    void whatIsLeftOutGetsADefault() throws Exception {
        create(LEAST.formatted(""), null)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("QUEUED"))
                .andExpect(jsonPath("$.spec.strategy.type").value("gaussian-process"))
                .andExpect(jsonPath("$.spec.estimator.type").value("training"))
                .andExpect(jsonPath("$.spec.budget.maxTrials").value(50))
                .andExpect(jsonPath("$.spec.budget.maxFailedTrials").value(10))
                .andExpect(jsonPath("$.spec.budget.maxDuration").doesNotExist())
                .andExpect(jsonPath("$.spec.parallelism").value(1))
                .andExpect(jsonPath("$.spec.memory").value("on"))
                .andExpect(jsonPath("$.spec.seed").isNumber());
    }

    @Test
    void twoObjectivesAreSearchedWithAModelOnTheTargetThatTheyName() throws Exception {
        String two = LEAST.formatted("")
                .replace("[{\"metric\"", "[{\"metric\": \"latency\", \"target\": \"host\"}, {\"metric\"");
        create(two, null)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.spec.strategy.type").value("gaussian-process"))
                .andExpect(jsonPath("$.spec.hardwareTargets[0]").value("host"));
    }

    @Test
    void aNewExperimentIsWhereTheAnswerSays() throws Exception {
        String location =
                create(LEAST.formatted(""), null).andReturn().getResponse().getHeader("Location");
        assertThat(location).matches(ALL + "/[0-9a-f-]{36}");
        mvc.perform(get(location))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("least"));
    }

    @Test
    void startFalseLeavesItPaused() throws Exception {
        create(LEAST.formatted(", \"start\": false"), null)
                .andExpect(jsonPath("$.state").value("PAUSED"));
    }

    @Test
    void validatingStoresNothing() throws Exception {
        mvc.perform(json(post(ALL + "/validate"), LEAST.formatted("")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.budget.maxTrials").value(50));
        assertThat(experiments.unfinished()).hasSize(2);
    }

    @Test
    void severalTargetsAreOneObjective() throws Exception {
        mvc.perform(json(
                        post(ALL + "/validate"),
                        forClients("\"aggregate\": \"max\", \"targets\": [\"phone\", \"tv\"]")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.hardwareTargets[1]").value("tv"))
                .andExpect(jsonPath("$.objectives[1].target").value("max(phone,tv)"))
                .andExpect(jsonPath("$.warnings").isEmpty());
        mvc.perform(json(
                        post(ALL + "/validate"),
                        forClients("\"aggregate\": \"sum\", \"weights\": {\"phone\": 1, \"tv\": 0.5}")))
                .andExpect(jsonPath("$.objectives[1].target").value("sum(1*phone,0.5*tv)"));
        mvc.perform(json(
                        post(ALL + "/validate"),
                        forClients("\"aggregate\": \"mean\", \"targets\": [\"phone\", \"tv\"]")))
                .andExpect(fault("objectives[1].aggregate", "there is no aggregate 'mean'; valid are max, min, sum"));
        mvc.perform(json(
                        post(ALL + "/validate"),
                        forClients("\"aggregate\": \"sum\", \"weights\": {\"phone\": 1e308, \"tv\": 1e308}")))
                .andExpect(fault("objectives[1].weights", "at most a billion"));
        mvc.perform(json(post(ALL + "/validate"), forClients("\"aggregate\": \"max\"")))
                .andExpect(fault("objectives[1].aggregate", "over 2 to 16 hardware targets"));
    }

    private static String forClients(String objective) {
        return """
                {"name": "for two", "task": {"input": [3, 32, 32], "classes": 10}, "estimator": {"type": "external"},
                 "searchSpace": {"type": "nas-bench-201"},
                 "objectives": [{"metric": "accuracy"}, {"metric": "latency", %s}]}""".formatted(objective);
    }

    @Test
    void aRepeatedKeyCreatesNothingMore() throws Exception {
        String first =
                create(LEAST.formatted(""), "k1").andReturn().getResponse().getHeader("Location");
        create(LEAST.formatted("").replace(" ", "\n "), "k1")
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", first));
        assertThat(experiments.unfinished()).hasSize(3);
        create(LEAST.formatted(", \"seed\": 1"), "k1")
                .andExpect(fault("Idempotency-Key", "was used for another request"));
        create(LEAST.formatted(""), "k2").andExpect(status().isCreated());
        assertThat(experiments.unfinished()).hasSize(4);
    }

    @Test
    void aKeyOfARefusedCallMayBeUsedAgain() throws Exception {
        create(LEAST.formatted(", \"parallelism\": 0"), "k3").andExpect(problem(ProblemType.VALIDATION));
        create(LEAST.formatted(""), "k3").andExpect(status().isCreated());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tab\there", "ümlaut"})
    void anUnprintableKeyIsRefused(String key) throws Exception {
        create(LEAST.formatted(""), key).andExpect(fault("Idempotency-Key", "1 to 255 printable"));
    }

    @Test
    void aListIsFilteredSortedAndPaged() throws Exception {
        mvc.perform(
                        get(
                                ALL
                                        + "?state=RUNNING&state=paused&name=Digits&label=tutorial&exclude=comparison&sort=name,asc&page=0&size=7"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.size").value(7))
                .andExpect(jsonPath("$.totalItems").value(2));
        assertThat(summaries.askedFilter().states())
                .containsExactlyInAnyOrder(ExperimentState.RUNNING, ExperimentState.PAUSED);
        assertThat(summaries.askedFilter().name()).contains("Digits");
        assertThat(summaries.askedFilter().label()).contains("tutorial");
        assertThat(summaries.askedFilter().exclude()).contains("comparison");
        assertThat(summaries.askedSort()).isEqualTo(new ExperimentSort(Field.NAME, false));
    }

    @Test
    void aListIsNewestFirstByDefaultAndEmptyParametersSayNothing() throws Exception {
        mvc.perform(get(ALL + "?state=&name=&page=&sort=")).andExpect(status().isOk());
        assertThat(summaries.askedSort()).isEqualTo(ExperimentSort.NEWEST_FIRST);
        assertThat(summaries.askedFilter().states()).isEmpty();
        assertThat(summaries.askedFilter().name()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    state=BUSY          | state | valid are QUEUED, RUNNING
                    sort=colour         | sort  | valid are createdAt, finishedAt, name
                    sort=name,up        | sort  | as in name,desc
                    sort=name,asc,desc  | sort  | as in name,desc
                    page=-1             | page  | must be at least 0
                    page=one            | page  | must be a whole number
                    page=99999999999    | page  | must be a whole number
                    size=0              | size  | must lie in [1, 1000]
                    size=1001           | size  | must lie in [1, 1000]
                    name=%00            | name  | U+0000
                    """)
    void aQueryThatMakesNoSenseIsRefused(String query, String field, String message) throws Exception {
        mvc.perform(get(URI.create(ALL + "?" + query))).andExpect(fault(field, message));
    }

    @Test
    void theNumbersOfAPageAreAllCheckedAtOnce() throws Exception {
        mvc.perform(get(ALL + "?page=-1&size=0&sort=x&state=y"))
                .andExpect(jsonPath("$.errors.length()").value(4));
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        for (String path : new String[] {"/" + UUID.randomUUID(), "/nonsense", "/" + Scenario.ID + "x"}) {
            mvc.perform(get(ALL + path)).andExpect(problem(ProblemType.NOT_FOUND));
            mvc.perform(delete(ALL + path)).andExpect(problem(ProblemType.NOT_FOUND));
            mvc.perform(post(ALL + path + "/pause")).andExpect(problem(ProblemType.NOT_FOUND));
            mvc.perform(json(patch(ALL + path), "{}")).andExpect(problem(ProblemType.NOT_FOUND));
        }
    }

    @Test
    void anActionThatTheStateForbidsIsAConflict() throws Exception {
        mvc.perform(post(ONE + "/resume")).andExpect(problem(ProblemType.CONFLICT));
        mvc.perform(post(ONE + "/cancel"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("CANCELLED"))
                .andExpect(jsonPath("$.reason").value("Cancelled"))
                .andExpect(jsonPath("$.trials.cancelled").value(1))
                .andExpect(jsonPath("$.progress.timeLeft").doesNotExist());
        for (String action : new String[] {"pause", "resume", "stop", "cancel"}) {
            mvc.perform(post(ONE + "/" + action)).andExpect(problem(ProblemType.CONFLICT));
        }
        mvc.perform(json(patch(ONE), "{\"parallelism\": 3}")).andExpect(problem(ProblemType.CONFLICT));
        mvc.perform(json(patch(ONE), "{\"name\": \"the good one\", \"labels\": [\"paper\"]}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("CANCELLED"))
                .andExpect(jsonPath("$.name").value("the good one"))
                .andExpect(jsonPath("$.labels[0]").value("paper"));
    }

    @Test
    void aDeletedExperimentIsGone() throws Exception {
        mvc.perform(delete(ONE)).andExpect(status().isNoContent());
        mvc.perform(get(ONE)).andExpect(problem(ProblemType.NOT_FOUND));
    }

    @Test
    void aPatchChangesWhatItNamesAndNothingElse() throws Exception {
        mvc.perform(json(patch(ONE), "{\"budget\": {\"maxTrials\": 80}}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.spec.budget.maxTrials").value(80))
                .andExpect(jsonPath("$.spec.budget.maxDuration").value("PT20M"))
                .andExpect(jsonPath("$.spec.parallelism").value(2))
                .andExpect(jsonPath("$.name").value("digits on this machine"))
                .andExpect(jsonPath("$.labels[0]").value("tutorial"));
    }

    @Test
    void nullTakesAwayWhatNeedNotBe() throws Exception {
        mvc.perform(json(patch(ONE), "{\"notes\": null, \"labels\": null, \"budget\": {\"maxDuration\": null}}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.notes").value(""))
                .andExpect(jsonPath("$.labels").isEmpty())
                .andExpect(jsonPath("$.spec.budget.maxDuration").doesNotExist());
        mvc.perform(json(patch(ONE), "{\"budget\": null}"))
                .andExpect(jsonPath("$.spec.budget.maxTrials").value(40));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"name": null}                   | name               | is needed
                    {"name": " "}                    | name               | must not be blank
                    {"parallelism": 65}              | parallelism        | at most 64
                    {"parallelism": null}            | parallelism        | is needed
                    {"budget": {"maxTrials": 0}}     | budget.maxTrials   | at least 1
                    {"budget": {"maxDuration": "x"}} | budget.maxDuration | such as PT20M
                    {"dataset": "other"}             | dataset            | valid are name, notes, labels, budget
                    {"labels": "x"}                  | labels             | must be a list
                    []                               | ''                 | must be an object
                    """)
    void aPatchThatMakesNoSenseIsRefused(String patch, String field, String message) throws Exception {
        mvc.perform(json(patch(ONE), patch)).andExpect(fault(field, message));
        assertThat(experiments.find(Scenario.ID).orElseThrow().editable().parallelism())
                .isEqualTo(2);
    }

    @Test
    void aPatchMayComeAsMergePatch() throws Exception {
        mvc.perform(patch(ONE).contentType("application/merge-patch+json").content("{\"name\": \"renamed\"}"))
                .andExpect(jsonPath("$.name").value("renamed"));
    }

    @Test
    void timeLeftIsBoundedByTheBudget() throws Exception {
        mvc.perform(json(patch(ONE), "{\"budget\": {\"maxDuration\": \"PT3M\"}}"))
                .andExpect(jsonPath("$.progress.timeLeft").value("PT2M"));
        mvc.perform(json(patch(ONE), "{\"budget\": {\"maxDuration\": \"PT30S\"}}"))
                .andExpect(jsonPath("$.progress.timeLeft").value("PT0S"));
        assertThat(body(mvc.perform(get(ONE)).andReturn())
                        .at("/progress/elapsed")
                        .asString())
                .isEqualTo("PT1M");
    }

    private ResultActions create(String body, String key) throws Exception {
        MockHttpServletRequestBuilder request = json(post(ALL), body);
        return mvc.perform(key == null ? request : request.header("Idempotency-Key", key));
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
