package dev.skyline.api;

import dev.skyline.api.fake.FakeCore;
import dev.skyline.api.fake.Scenario;
import java.nio.file.*;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.*;

@SpringBootTest(classes = {WebOnly.class, FakeCore.class})
@AutoConfigureMockMvc
class ScratchTest {
    @Autowired MockMvc mvc;

    @Test
    void look() throws Exception {
        String e = "/api/v1/experiments/" + Scenario.ID;
        for (String path : List.of("/api/v1/experiments", e, e + "/trials", e + "/trials/2", e + "/front", e + "/history", e + "/trials/points", "/api/v1/catalogue", "/api/v1/datasets", "/api/v1/hardware-targets", e + "/export", e + "/trials/4?x=1", e + "/front?x=nonsense&y=latency&target=moon", "/api/v1/experiments?page=-1&size=many&sort=foo&state=RUN")) {
            var r = mvc.perform(get(path)).andReturn().getResponse();
            System.out.println("### " + path + " " + r.getStatus() + " " + r.getContentType() + "\n" + r.getContentAsString());
        }
        for (String body : List.of("{}", "[]", "{", "{\"name\": 5, \"frob\": 1, \"budget\": {\"maxTrials\": 0, \"x\": 2, \"maxDuration\": \"1h\"}, \"parallelism\": 10000, \"objectives\": [{\"metric\": \"nope\"}, 7], \"searchSpace\": {\"type\": \"chain\", \"settings\": {\"deep\": 3}}, \"labels\": [\"\", null]}", "{\"name\":\"x\",\"dataset\":\"digits\",\"searchSpace\":{\"type\":\"chain\"},\"objectives\":[{\"metric\":\"accuracy\"},{\"metric\":\"latency\",\"target\":\"host\"}]}")) {
            var r = mvc.perform(post("/api/v1/experiments").contentType("application/json").content(body)).andReturn().getResponse();
            System.out.println("### POST " + body + " " + r.getStatus() + " " + r.getContentType() + " " + r.getHeader("Location") + "\n" + r.getContentAsString());
        }
        Files.writeString(Path.of("/tmp/apiwork/openapi.json"), mvc.perform(get("/v3/api-docs")).andReturn().getResponse().getContentAsString());
    }
}
