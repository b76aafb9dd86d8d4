package dev.skyline.config.security;

import dev.skyline.api.WebOnly;
import dev.skyline.api.fake.FakeCore;
import dev.skyline.api.fake.Measuring;
import dev.skyline.api.fake.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** A service with tokens, open to others. */
@SpringBootTest(
        classes = {WebOnly.class, FakeCore.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "skyline.data-dir=target/token-test",
            "server.address=0.0.0.0",
            "skyline.security.tokens=ann:researcher:" + TokenServiceTest.RESEARCHER + ",bob:viewer:"
                    + TokenServiceTest.VIEWER + ",pi:agent:" + TokenServiceTest.AGENT
        })
@ExtendWith(OutputCaptureExtension.class)
class TokenServiceTest {

    static final String RESEARCHER = "researcher-0123456789";
    static final String VIEWER = "viewer-0123456789";
    static final String AGENT = "agent-0123456789";

    private static final String LIST = "/api/v1/experiments";
    private static final String CANCEL = LIST + "/" + Scenario.ID + "/cancel";
    private static final String FORM = "application/x-www-form-urlencoded";

    @LocalServerPort
    private int port;

    @Autowired
    private FakeCore core;

    private Http http;

    @BeforeEach
    void reset() {
        core.reset();
        http = new Http(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {LIST, "/api/v1/nothing", "/api/v1/catalogue", "/api"})
    void withoutATokenTheApiIsClosed(String path) throws Exception {
        HttpResponse<String> answer = http.get(path);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertProblem(answer, "unauthorized");
        assertThat(http.send("POST", CANCEL, "").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong-0123456789", "Bearer ", "Bearer " + RESEARCHER + "x", "Basic YW5uOmFubg=="})
    void aWrongTokenIsRefused(String authorization) throws Exception {
        HttpResponse<String> answer = http.get(LIST, "Authorization", authorization);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertProblem(answer, "unauthorized");
    }

    @Test
    void aResearcherMayDoEverything() throws Exception {
        assertThat(http.get(LIST, bearer(RESEARCHER)).statusCode()).isEqualTo(200);
        assertThat(http.send("POST", CANCEL, "", bearer(RESEARCHER)).statusCode())
                .isEqualTo(200);
        assertThat(http.get("/api/v1/nothing", bearer(RESEARCHER)).statusCode()).isEqualTo(404);
    }

    @Test
    void aViewerReadsOnly() throws Exception {
        assertThat(http.get(LIST, bearer(VIEWER)).statusCode()).isEqualTo(200);
        for (String method : List.of("POST", "PATCH", "DELETE", "PUT")) {
            HttpResponse<String> answer = http.send(method, CANCEL, "", bearer(VIEWER));
            assertThat(answer.statusCode()).as(method).isEqualTo(403);
            assertProblem(answer, "forbidden");
        }
    }

    @Test
    void anAgentHasNothingToReadHere() throws Exception {
        assertThat(http.get(LIST, bearer(AGENT)).statusCode()).isEqualTo(403);
    }

    @Test
    void healthIsOpenAndNothingElseOfTheActuator() throws Exception {
        assertThat(http.get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(http.get("/actuator/prometheus").statusCode()).isIn(302, 401);
        assertThat(http.get("/actuator/prometheus", bearer(VIEWER)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void pagesLeadToTheLogin() throws Exception {
        HttpResponse<String> answer = http.get("/experiments/new", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void aPageSaysThatItsParametersCannotBeRead(String method, CapturedOutput output) throws Exception {
        HttpResponse<String> answer =
                http.send(method, "/login?error=%ff", "", "Accept", "text/html", "Content-Type", FORM);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("This request cannot be read").endsWith("</html>\n");
        assertThat(output.getAll()).doesNotContain("ERROR");
    }

    @Test
    void aBrowserSignsInAndThenNeedsTheCsrfTokenToChangeThings() throws Exception {
        Session login = openLogin();
        HttpResponse<String> signedIn = login.signIn(RESEARCHER);
        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(signedIn.headers().firstValue("Location").orElseThrow()).doesNotContain("error");
        String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("SKYLINE_SESSION=", "HttpOnly", "SameSite=Strict");

        String session = cookie.split(";", 2)[0];
        assertThat(http.get(LIST, "Cookie", session).statusCode()).isEqualTo(200);
        assertProblem(http.send("POST", CANCEL, "", "Cookie", session), "forbidden");
        HttpResponse<String> page = http.get("/login", "Cookie", session);
        Matcher header =
                Pattern.compile("name=\"csrf-header\" content=\"([^\"]+)\"").matcher(page.body());
        Matcher token =
                Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"").matcher(page.body());
        assertThat(header.find() && token.find()).as(page.body()).isTrue();
        assertThat(http.send("POST", CANCEL, "", "Cookie", session, header.group(1), token.group(1))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void signingInNeedsTheFormOfTheService() throws Exception {
        HttpResponse<String> answer = http.send("POST", "/login", "token=" + RESEARCHER, "Content-Type", FORM);
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aWrongTokenSignsNobodyIn() throws Exception {
        HttpResponse<String> answer = openLogin().signIn("wrong-0123456789");
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login?error");
    }

    @Test
    void theTokenOfATargetsAgentOpensTheAgentsCallsAndNoOtherTokenDoes() throws Exception {
        String call = "/api/v1/agent/heartbeat";
        String body = "{\"session\": \"" + Measuring.SESSION + "\"}";
        for (String token : List.of(RESEARCHER, VIEWER, AGENT)) {
            assertProblem(http.send("POST", call, body, json(token)), "unauthorized");
        }
        assertThat(http.send("POST", call, body, json(Measuring.TOKEN)).statusCode())
                .isEqualTo(200);
        assertProblem(http.get(LIST, bearer(Measuring.TOKEN)), "unauthorized");
        assertProblem(http.send("POST", CANCEL, "", bearer(Measuring.TOKEN)), "unauthorized");
    }

    private static String[] json(String token) {
        return new String[] {"Authorization", "Bearer " + token, "Content-Type", "application/json"};
    }

    @Test
    void noTokenGetsIntoTheLog(CapturedOutput output) throws Exception {
        http.get(LIST, bearer(RESEARCHER));
        http.get(LIST, bearer("wrong-secret-0123456789"));
        openLogin().signIn(VIEWER);
        assertThat(output.getAll()).doesNotContain(RESEARCHER, VIEWER, AGENT, "wrong-secret-0123456789");
    }

    private record Session(Http http, String cookie, String csrf) {

        HttpResponse<String> signIn(String token) throws Exception {
            return http.send(
                    "POST", "/login", "token=" + token + "&_csrf=" + csrf, "Content-Type", FORM, "Cookie", cookie);
        }
    }

    private Session openLogin() throws Exception {
        HttpResponse<String> page = http.get("/login");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        Matcher csrf = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
        assertThat(csrf.find()).as(page.body()).isTrue();
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        return new Session(http, cookie, csrf.group(1));
    }

    private static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    private static void assertProblem(HttpResponse<String> answer, String slug) {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("urn:skyline:problem:" + slug);
    }
}
