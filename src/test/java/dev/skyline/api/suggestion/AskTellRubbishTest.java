package dev.skyline.api.suggestion;

import dev.skyline.api.ApiTest;
import dev.skyline.api.Problems;
import dev.skyline.api.fake.FakeCore;
import dev.skyline.api.fake.Scenario;
import dev.skyline.api.problem.ProblemType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

import static dev.skyline.api.Problems.fault;
import static dev.skyline.api.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Whatever a client asks or tells, the answer names the field and what is valid, and the trial stays as it was. */
@ApiTest
class AskTellRubbishTest {

    private static final String EXTERNAL = "/api/v1/experiments/" + Scenario.EXTERNAL;
    private static final String OWN = "/api/v1/experiments/" + Scenario.ID;
    private static final String GONE = "/api/v1/experiments/00000000-0000-0000-0000-000000000000";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private FakeCore core;

    @BeforeEach
    void reset() {
        core.reset();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                      | clientId | is needed",
                "{'clientId': null}                      | clientId | is needed",
                "{'clientId': ''}                        | clientId | must have 1 to 100 characters",
                "{'clientId': 7}                         | clientId | must be a text",
                "{'clientId': 'w', 'count': 0}           | count    | must be at least 1",
                "{'clientId': 'w', 'count': 1000000000}  | count    | must be at most 1000",
                "{'clientId': 'w', 'count': 1e400}       | count    | must be",
                "{'clientId': 'w', 'count': 'all'}       | count    | must be a",
                "{'clientId': 'w', 'cuont': 1}           | cuont    | valid are count, clientId"
            })
    void whatIsAskedForIsChecked(String body, String field, String message) throws Exception {
        send(EXTERNAL + "/suggestions", body).andExpect(fault(field, message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'accuracy': 0.5}                        | epoch    | is needed",
                "{'epoch': 0, 'accuracy': 0.5}            | epoch    | must be at least 1",
                "{'epoch': 2, 'accuracy': 0.5}            | epoch    | must be at most 1, the epochs of the trial",
                "{'epoch': 3, 'epochs': 2, 'accuracy': 0.5} | epoch  | must be at most 2, the epochs of the trial",
                "{'epoch': 1}                             | accuracy | is needed",
                "{'epoch': 1, 'accuracy': 1.5}            | accuracy | must be less than or equal to 1",
                "{'epoch': 1, 'accuracy': 'NaN'}          | accuracy | must be a number",
                "{'epoch': 1, 'accuracy': 0.5, 'seconds': -1} | seconds | must be greater than or equal to 0"
            })
    void epochsAreChecked(String body, String field, String message) throws Exception {
        send(trial() + "/measurements", body).andExpect(fault(field, message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'measurements': []}                                    | measurements           | must give accuracy",
                "{'measurements': [{'metric': 'speed', 'value': 1}]}     | measurements[0].metric | no 'speed' here; valid are",
                "{'measurements': [{'metric': 'accuracy', 'value': 0.1}, {'metric': 'accuracy', 'value': 0.9}]}"
                        + " | measurements[1].metric | stands twice",
                "{'measurements': [{'metric': 'accuracy'}]}              | measurements[0].value  | is needed",
                "{'measurements': [{'metric': 'accuracy', 'value': 2}]}  | measurements[0].value  | must be in [0, 1]",
                "{'measurements': [{'metric': 'accuracy', 'value': -1}]} | measurements[0].value  | must be in [0, 1]",
                "{'measurements': [{'metric': 'accuracy', 'value': 'NaN'}]} | measurements[0].value | must be a number",
                "{'measurements': [null]}                                | measurements[0]        | must not be null",
                "{'failed': {'code': 'out of memory', 'message': ''}}    | failed.code            | upper-camel",
                "{'infeasible': ''}                                      | infeasible             | 1 to 2000 characters"
            })
    void endsAreChecked(String body, String field, String message) throws Exception {
        String trial = trial();
        send(trial + "/complete", body).andExpect(fault(field, message));
        send(trial + "/complete", end(0.5, "w1")).andExpect(status().isOk());
    }

    @Test
    void numbersThatAreNoneAreNoJson() throws Exception {
        send(trial() + "/complete", "{'measurements': [{'metric': 'accuracy', 'value': NaN}]}")
                .andExpect(problem(ProblemType.INVALID_REQUEST));
    }

    @Test
    void anEndIsOneThing() throws Exception {
        String trial = trial();
        send(trial + "/complete", "{}").andExpect(fault("", "exactly one of measurements, infeasible and failed"));
        send(trial + "/complete", "{'infeasible': 'x', 'measurements': []}").andExpect(fault("", "exactly one of"));
    }

    @Test
    void anotherEndOrAnotherClientIsAConflict() throws Exception {
        String trial = trial();
        send(trial + "/complete", end(0.5, "w2")).andExpect(problem(ProblemType.CONFLICT));
        send(trial + "/complete", end(0.5, "w1")).andExpect(status().isOk());
        send(trial + "/complete", end(0.5, "w1")).andExpect(status().isOk());
        send(trial + "/complete", end(0.6, "w1")).andExpect(problem(ProblemType.CONFLICT));
    }

    @Test
    void aSearchThatTrainsByItselfHasNothingToAskFor() throws Exception {
        send(OWN + "/suggestions", "{'clientId': 'w1'}").andExpect(problem(ProblemType.CONFLICT));
        send(OWN + "/trials/1/complete", end(0.5, "w1")).andExpect(problem(ProblemType.CONFLICT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}              | trials | is needed",
                "{'trials': []}  | trials | must have",
                "{'trials': [{'architecture': 'nothing', 'measurements': [{'metric': 'accuracy', 'value': 0.5}]}]}"
                        + " | trials[0].architecture | ",
                "{'trials': [{'measurements': []}]} | trials[0].architecture | is needed",
                "{'trials': [{'architecture': 'x', 'measurements': [{'metric': 'x', 'value': 0.5}]}]}"
                        + " | trials[0].measurements[0].metric | valid are"
            })
    void importsAreChecked(String body, String field, String message) throws Exception {
        send(EXTERNAL + "/trials/import", body).andExpect(fault(field, message == null ? "" : message));
    }

    @Test
    void anImportThatIsRepeatedWithItsKeyAddsNothing() throws Exception {
        String architecture = Problems.body(
                        send(EXTERNAL + "/suggestions", "{'clientId': 'w1'}").andReturn())
                .at("/items/0/trial/architecture/text")
                .asString();
        String body = "{'trials': [{'architecture': '" + architecture + "', 'measurements': ["
                + "{'metric': 'accuracy', 'value': 0.5}, {'metric': 'latency', 'target': 'phone', 'value': 12}]}]}";
        JsonNode first =
                Problems.body(importOnce(body, "k").andExpect(status().isOk()).andReturn());
        JsonNode again =
                Problems.body(importOnce(body, "k").andExpect(status().isOk()).andReturn());
        assertThat(again).isEqualTo(first);
        importOnce(body.replace("0.5", "0.6"), "k").andExpect(fault("Idempotency-Key", "used for another"));
        assertThat(Problems.body(importOnce(body, "l").andReturn())).isNotEqualTo(first);
    }

    private ResultActions importOnce(String body, String key) throws Exception {
        return mvc.perform(post(EXTERNAL + "/trials/import")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"')));
    }

    @Test
    void aCloneNeedsNoBody() throws Exception {
        mvc.perform(post(EXTERNAL + "/clone")).andExpect(status().isCreated());
    }

    @Test
    void whatIsGoneIsNotFound() throws Exception {
        send(GONE + "/suggestions", "{'clientId': 'w1'}").andExpect(problem(ProblemType.NOT_FOUND));
        send(GONE + "/clone", "{}").andExpect(problem(ProblemType.NOT_FOUND));
        send(GONE + "/replay", "").andExpect(problem(ProblemType.NOT_FOUND));
        send(EXTERNAL + "/trials/9999/complete", end(0.5, "w1")).andExpect(problem(ProblemType.NOT_FOUND));
    }

    /** The path of a trial that w1 has. */
    private String trial() throws Exception {
        JsonNode asked = Problems.body(
                send(EXTERNAL + "/suggestions", "{'clientId': 'w1'}").andReturn());
        assertThat(asked.get("items")).as(asked.toString()).hasSize(1);
        return asked.get("items").get(0).get("links").get("network").asString();
    }

    private static String end(double accuracy, String client) {
        return "{'measurements': [{'metric': 'accuracy', 'value': " + accuracy
                + "}, {'metric': 'latency', 'target': 'phone', 'value': 12}], 'clientId': '" + client + "'}";
    }

    private ResultActions send(String path, String body) throws Exception {
        return mvc.perform(post(path).contentType(MediaType.APPLICATION_JSON).content(body.replace('\'', '"')));
    }
}
