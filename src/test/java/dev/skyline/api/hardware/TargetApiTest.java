package dev.skyline.api.hardware;

import dev.skyline.api.ApiTest;
import dev.skyline.api.fake.FakeCore;
import dev.skyline.api.problem.ProblemType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import static dev.skyline.api.Problems.fault;
import static dev.skyline.api.Problems.problem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApiTest
class TargetApiTest {

    private static final String ALL = "/api/v1/hardware-targets";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private FakeCore core;

    @BeforeEach
    void reset() {
        core.reset();
    }

    @Test
    void aTargetIsCreatedWithItsDefaultsListedAndDeleted() throws Exception {
        create("{\"name\": \"two-threads\", \"kind\": \"host\", \"settings\": {\"threads\": 2}}")
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", ALL + "/two-threads"))
                .andExpect(jsonPath("$.settings.threads").value(2))
                .andExpect(jsonPath("$.settings.batchSize").value(1))
                .andExpect(jsonPath("$.description").value(""));
        mvc.perform(get(ALL)).andExpect(jsonPath("$.totalItems").value(2));
        mvc.perform(delete(ALL + "/two-threads")).andExpect(status().isNoContent());
        mvc.perform(get(ALL + "/two-threads")).andExpect(problem(ProblemType.NOT_FOUND));
        mvc.perform(delete(ALL + "/two-threads")).andExpect(problem(ProblemType.NOT_FOUND));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"kind": "host"}                                                 | name             | is needed
                    {"name": "Two!", "kind": "host"}                                 | name             | lower-case
                    {"name": "x"}                                                    | kind             | is needed
                    {"name": "x", "kind": "gpu"}                                     | kind             | valid are host
                    {"name": "x", "kind": "host", "settings": {"cores": 1}}          | settings.cores   | valid are runtime, batch
                    {"name": "x", "kind": "host", "settings": {"threads": 0}}        | settings.threads | must lie in
                    {"name": "x", "kind": "host", "settings": 3}                     | settings         | must be an obj
                    {"name": "x", "kind": "host", "size": 3}                         | size             | valid are name
                    []                                                               | ''               | must be an obj
                    """)
    void aTargetThatMakesNoSenseIsRefused(String body, String field, String message) throws Exception {
        create(body).andExpect(fault(field, message));
    }

    @Test
    void allFaultsAreTold() throws Exception {
        create("{\"name\": \"X\", \"kind\": \"host\", \"settings\": {\"threads\": 0, \"cores\": 2}}")
                .andExpect(jsonPath("$.errors.length()").value(3));
    }

    @Test
    void aNameIsGivenOnce() throws Exception {
        create("{\"name\": \"host\", \"kind\": \"host\"}").andExpect(problem(ProblemType.CONFLICT));
    }

    @Test
    void theHostStays() throws Exception {
        mvc.perform(delete(ALL + "/host")).andExpect(problem(ProblemType.CONFLICT));
        mvc.perform(get(ALL + "/host")).andExpect(status().isOk());
    }

    @Test
    void aTargetThatIsMeasuredOnStays() throws Exception {
        create("{\"name\": \"two\", \"kind\": \"host\"}");
        mvc.perform(post("/api/v1/experiments")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"name": "x", "dataset": "digits", "searchSpace": {"type": "sequential"},
                                 "objectives": [{"metric": "latency", "target": "two"}]}"""))
                .andExpect(status().isCreated());
        mvc.perform(delete(ALL + "/two")).andExpect(problem(ProblemType.CONFLICT));
    }

    private ResultActions create(String body) throws Exception {
        return mvc.perform(post(ALL).contentType(MediaType.APPLICATION_JSON).content(body));
    }
}
