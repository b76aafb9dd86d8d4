package dev.skyline.api.space;

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
class SpaceApiTest {

    private static final String ALL = "/api/v1/search-spaces";
    private static final String DOCUMENT =
            "{\"stages\": [{\"layer\": \"convolution\", \"kernel\": {\"choice\": [1, 3, 5]}}]}";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private FakeCore core;

    @BeforeEach
    void reset() {
        core.reset();
    }

    @Test
    void aSpaceIsStoredListedAndDeleted() throws Exception {
        create("{\"name\": \"three\", \"document\": " + DOCUMENT + "}")
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", ALL + "/three"))
                .andExpect(jsonPath("$.size").value("3"))
                .andExpect(jsonPath("$.document.stages[0].kernel.choice[2]").value(5));
        create("{\"name\": \"three\", \"document\": " + DOCUMENT + "}").andExpect(problem(ProblemType.CONFLICT));
        mvc.perform(get(ALL)).andExpect(jsonPath("$.totalItems").value(1));
        mvc.perform(delete(ALL + "/three")).andExpect(status().isNoContent());
        mvc.perform(get(ALL + "/three")).andExpect(problem(ProblemType.NOT_FOUND));
        mvc.perform(delete(ALL + "/three")).andExpect(problem(ProblemType.NOT_FOUND));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"document": {"stages": ["norm"]}}                      | name                          | is needed
                    {"name": "Mine", "document": {"stages": ["norm"]}}      | name                          | lower-case
                    {"name": "mine"}                                        | document                      | is needed
                    {"name": "mine", "document": []}                        | document                      | must be an object
                    {"name": "mine", "document": {"stages": ["norm"]}}      | document                      | single architecture
                    {"name": "mine", "document": {"stages": [{"layers": ["norms"]}]}} | document.stages[0].layers[0] | no layer
                    """)
    void aSpaceThatMakesNoSenseIsRefused(String body, String field, String message) throws Exception {
        create(body).andExpect(fault(field, message));
    }

    private ResultActions create(String body) throws Exception {
        return mvc.perform(post(ALL).contentType(MediaType.APPLICATION_JSON).content(body));
    }
}
