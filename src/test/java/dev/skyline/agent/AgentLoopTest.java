package dev.skyline.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.hardware.agent.AgentReports;
import dev.skyline.hardware.agent.HardwareReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import static org.assertj.core.api.Assertions.assertThat;

/** An agent before a service that answers as it is told to, or does not. */
@Timeout(30)
class AgentLoopTest {

    private static final String SESSION = "5b0c9a34-7d1e-4f26-9a83-0e6f1d2c3b4a";
    private static final String JOB = "2d4f6a8c-1b3e-4c5d-8e7f-90a1b2c3d4e5";
    private static final String REGISTERED =
            "200 {\"target\": \"pi4\", \"session\": \"" + SESSION + "\", \"heartbeatSeconds\": 1, \"new\": 1}";
    private static final String GIVEN = "200 {\"id\": \"" + JOB + "\", \"lease\": \"" + SESSION
            + "\", \"model\": \"m\", \"modelUrl\": \"/m\", \"provider\": \"cpu\", \"batchSize\": 1, \"threads\": 1,"
            + " \"maxSeconds\": 1}";
    private static final String RECORDED = "200 {\"repeat\": false}";
    private static final String NONE = "204 ";

    /** The connection is closed without an answer. */
    private static final String AWAY = "away";

    private final Map<String, Deque<String>> answers = new ConcurrentHashMap<>();
    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    private final AtomicReference<Throwable> end = new AtomicReference<>();
    private HttpServer server;
    private Thread agent;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        answers("/register", REGISTERED);
        answers("/jobs/next", GIVEN);
    }

    @AfterEach
    void stop() throws InterruptedException {
        agent.interrupt();
        agent.join();
        server.stop(0);
    }

    @Test
    void aResultIsToldUntilTheServiceHasHeardIt() throws InterruptedException {
        answers("/result", AWAY, "503 {}", AWAY, RECORDED);
        run(job -> AgentReports.steady(4));
        List<String> told = List.of(await("/result"), await("/result"), await("/result"), await("/result"));
        assertThat(told).containsOnly(told.get(0));
        assertThat(told.get(0)).contains("\"medianMillis\":4.0", "\"lease\":\"" + SESSION, "\"peakMemory\":41943040");
        await("/jobs/next");
        assertThat(calls).noneMatch(call -> call.contains("/result"));
    }

    @Test
    void aResultThatTheServiceRefusesIsDropped() throws InterruptedException {
        answers("/result", "409 {\"detail\": \"the lease has lapsed\"}");
        run(job -> AgentReports.steady(4));
        await("/result");
        await("/jobs/next");
    }

    @Test
    void whatCannotBeMeasuredIsToldWithTheReason() throws InterruptedException {
        answers("/failure", AWAY, NONE);
        run(job -> {
            throw new MeasurementFailed("WorkerLost", "SIGSEGV");
        });
        await("/failure");
        assertThat(await("/failure")).contains("\"code\":\"ModelCrashed\"", "SIGSEGV");
        await("/jobs/next");
    }

    @Test
    void aBugOfTheAgentFailsTheJobAndNotTheAgent() throws InterruptedException {
        answers("/failure", NONE);
        run(job -> {
            throw new IllegalStateException("a bug");
        });
        assertThat(await("/failure")).contains("AgentFailed", "a bug");
        await("/jobs/next");
    }

    @Test
    void aFigureThatTheServiceFindsImpossibleFailsTheJob() throws InterruptedException {
        answers("/result", "422 {\"detail\": \"medianMillis must be a time\"}");
        answers("/failure", NONE);
        run(job -> AgentReports.steady(4));
        assertThat(await("/failure")).contains("ReportRefused", "medianMillis must be a time");
    }

    @Test
    void whatTheServiceWantsNoMoreIsGivenUp() throws InterruptedException {
        answers("/heartbeat", AWAY, "200 {\"held\": true}", "200 {\"held\": false}");
        CountDownLatch interrupted = new CountDownLatch(1);
        run(job -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
            return AgentReports.steady(4);
        });
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        await("/jobs/next");
        assertThat(calls).noneMatch(call -> call.contains("/result"));
    }

    @Test
    void anAgentWhoseSessionIsOverRegistersAgain() throws InterruptedException {
        answers("/jobs/next", "409 {\"detail\": \"this session is over\"}", GIVEN, NONE);
        run(job -> AgentReports.steady(4));
        await("/register");
        await("/register");
    }

    @Test
    void aServiceThatRestartsFindsItsAgentAgain() throws InterruptedException {
        answers("/register", AWAY, "503 {}", REGISTERED);
        answers("/jobs/next", AWAY, NONE, "502 <html>", GIVEN);
        answers("/result", RECORDED);
        run(job -> AgentReports.steady(4));
        await("/result");
    }

    @Test
    void withoutTheRightTokenItEnds() throws InterruptedException {
        answers("/register", "401 {\"detail\": \"send the token\"}");
        run(job -> AgentReports.steady(4));
        agent.join();
        assertThat(end.get()).isInstanceOf(AgentUnwanted.class).hasMessageContaining("send the token");
    }

    @Test
    void whenItStopsItSaysSo() throws InterruptedException {
        answers("/jobs/next", NONE);
        answers("/leave", NONE);
        run(job -> AgentReports.steady(4));
        await("/jobs/next");
        agent.interrupt();
        assertThat(await("/leave")).contains(SESSION);
        agent.join();
        assertThat(end.get()).isInstanceOf(InterruptedException.class);
    }

    /** The last answer is given again and again. */
    private void answers(String call, String... given) {
        answers.put(call, new ArrayDeque<>(List.of(given)));
    }

    private void run(AgentLoop.Bench bench) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        agent = new Thread(() -> {
            ServiceClient service = new ServiceClient(address, "secret");
            HardwareReport hardware = new HardwareReport("c", 1, 1, "o", "r");
            try (AgentLoop loop = new AgentLoop(service, "me", hardware, bench, new Insistence(10))) {
                loop.run();
            } catch (InterruptedException | RuntimeException e) {
                end.set(e);
            }
        });
        agent.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(path + " " + body);
        Deque<String> given = answers.entrySet().stream()
                .filter(entry -> path.endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(new ArrayDeque<>(List.of(AWAY)));
        String answer = given.size() > 1 ? given.poll() : given.peek();
        if (answer.equals(AWAY)) {
            exchange.close();
            return;
        }
        byte[] content = answer.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(
                Integer.parseInt(answer.substring(0, 3)), content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    /** Body of the next call of this path; what came before is forgotten. */
    private String await(String path) throws InterruptedException {
        String call;
        do {
            call = calls.take();
        } while (!call.split(" ")[0].endsWith(path));
        return call;
    }
}
