package dev.skyline.api.hardware;

import dev.skyline.api.ApiTest;
import dev.skyline.api.fake.FakeCore;
import dev.skyline.api.problem.ProblemType;
import dev.skyline.hardware.CalibrationItem;
import dev.skyline.hardware.InMemoryCalibrations;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import java.util.List;
import java.util.Map;

import static dev.skyline.api.Problems.fault;
import static dev.skyline.api.Problems.problem;
import static org.hamcrest.Matchers.greaterThan;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApiTest
class CalibrationApiTest {

    private static final String ALL = "/api/v1/hardware-targets";
    private static final Map<String, Object> SETTINGS = Map.of("nodes", 3, "channels", 4);
    private static final String PREDICTOR = """
            {"name": "%s", "kind": "predictor", "data": %s,
             "settings": {"space": "nas-bench-201", "spaceSettings": {"nodes": 3, "channels": 4},
                          "input": [1, 8, 8], "classes": 10, "on": "%s"}}""";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private FakeCore core;

    @Autowired
    private InMemoryCalibrations calibrations;

    @BeforeEach
    void reset() {
        core.reset();
    }

    @Test
    void aTargetThatIsMeasuredTellsHowFarThatIs() throws Exception {
        create(PREDICTOR.formatted("board", "null", "host"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("CALIBRATING"))
                .andExpect(jsonPath("$.calibration.total").value(0));
        calibrations.plan("board", List.of("a", "b", "c"));
        calibrations.record("board", CalibrationItem.open(0, "a").failed("no kernel"));
        mvc.perform(get(ALL + "/board"))
                .andExpect(jsonPath("$.calibration.done").value(1))
                .andExpect(jsonPath("$.calibration.total").value(3))
                .andExpect(jsonPath("$.quality").doesNotExist());
        mvc.perform(post(ALL + "/board/test")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                        {"searchSpace": {"type": "nas-bench-201"}, "input": [1, 8, 8], "classes": 10}"""))
                .andExpect(problem(ProblemType.CONFLICT));
        mvc.perform(get(ALL + "/board/quality")).andExpect(problem(ProblemType.NOT_FOUND));
        create("{\"name\": \"x\", \"kind\": \"predictor\", \"settings\": {\"on\": \"board\"}}")
                .andExpect(fault("settings.on", "valid are host"));
        mvc.perform(delete(ALL + "/board")).andExpect(status().isNoContent());
    }

    @Test
    void aPredictorTellsHowWellItPredicts() throws Exception {
        SearchSpace space =
                Spaces.plugins().create(new PluginSpec("nas-bench-201", SETTINGS), Task.of(List.of(1, 8, 8), 10));
        StringBuilder csv = new StringBuilder("architecture,latency\\n");
        ((SearchSpace.Enumerable) space)
                .all()
                .limit(40)
                .forEach(cell -> csv.append(cell.text())
                        .append(',')
                        .append(space.decode(cell).nodes().size())
                        .append("\\n"));
        create(PREDICTOR.formatted("board", '"' + csv.toString() + '"', "host"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("READY"))
                .andExpect(jsonPath("$.calibration").doesNotExist())
                .andExpect(jsonPath("$.quality.samples").value(40))
                .andExpect(jsonPath("$.quality.spearman").value(greaterThan(0.8)));
        mvc.perform(get(ALL + "/board/quality"))
                .andExpect(jsonPath("$.points.length()").value(40))
                .andExpect(jsonPath("$.points[0].high").isNumber());
        mvc.perform(get(ALL + "/host/quality")).andExpect(problem(ProblemType.NOT_FOUND));
        create(PREDICTOR.formatted("worse", "\"architecture,latency\\n|x|,1\\n\"", ""))
                .andExpect(fault("data", "line 2, column 'architecture'"));
    }

    private ResultActions create(String body) throws Exception {
        return mvc.perform(post(ALL).contentType(MediaType.APPLICATION_JSON).content(body));
    }
}
