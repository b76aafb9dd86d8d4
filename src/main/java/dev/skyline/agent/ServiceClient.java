package dev.skyline.agent;

import dev.skyline.hardware.LatencyReport;
import dev.skyline.hardware.agent.AgentReport;
import dev.skyline.hardware.agent.HardwareReport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The calls of the protocol. Each throws an IOException where there is no answer, or one that another try may better. */
final class ServiceClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BASE = "/api/v1/agent";
    private static final int WAIT_SECONDS = 20;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration DOWNLOAD_LIMIT = Duration.ofMinutes(5);
    private static final int NO_CONTENT = 204;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI server;
    private final String token;

    ServiceClient(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    Wire.Registration register(String instance, HardwareReport hardware)
            throws IOException, InterruptedException, ServiceRefusal {
        return read(post("/register", Map.of("instance", instance, "hardware", hardware)), Wire.Registration.class);
    }

    /** Waits; empty where there is no job at present. */
    Optional<Wire.Job> next(UUID session) throws IOException, InterruptedException, ServiceRefusal {
        HttpResponse<byte[]> answer = post("/jobs/next", Map.of("session", session, "waitSeconds", WAIT_SECONDS));
        return answer.statusCode() == NO_CONTENT ? Optional.empty() : Optional.of(read(answer, Wire.Job.class));
    }

    byte[] model(Wire.Job job) throws IOException, InterruptedException, ServiceRefusal {
        return send(request(job.modelUrl()).timeout(DOWNLOAD_LIMIT).GET().build())
                .body();
    }

    /** Whether the agent still has the job. */
    boolean heartbeat(UUID session, Wire.Job job) throws IOException, InterruptedException, ServiceRefusal {
        return read(
                        post("/heartbeat", Map.of("session", session, "job", job.id(), "lease", job.lease())),
                        Wire.Heartbeat.class)
                .held();
    }

    /** Whether to measure again. */
    boolean report(Wire.Job job, AgentReport report) throws IOException, InterruptedException, ServiceRefusal {
        LatencyReport latency = report.latency();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("lease", job.lease());
        body.put("medianMillis", latency.medianMillis());
        body.put("p95Millis", latency.p95Millis());
        body.put("spread", latency.spread());
        body.put("throughput", latency.throughput());
        body.put("repetitions", latency.repetitions());
        body.put("steady", latency.steady());
        report.peakMemory().ifPresent(bytes -> body.put("peakMemory", bytes));
        report.cpuMegahertz().ifPresent(clock -> body.put("cpuMegahertz", clock));
        report.cpuCelsius().ifPresent(heat -> body.put("cpuCelsius", heat));
        return read(post("/jobs/" + job.id() + "/result", body), Wire.Answer.class)
                .repeat();
    }

    void fail(Wire.Job job, String code, String message) throws IOException, InterruptedException, ServiceRefusal {
        post("/jobs/" + job.id() + "/failure", Map.of("lease", job.lease(), "code", code, "message", message));
    }

    void leave(UUID session) throws IOException, InterruptedException, ServiceRefusal {
        post("/leave", Map.of("session", session));
    }

    private HttpResponse<byte[]> post(String path, Object body)
            throws IOException, InterruptedException, ServiceRefusal {
        return send(request(BASE + path)
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException, ServiceRefusal {
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return answer;
        }
        String detail = request.method() + " " + request.uri().getPath() + " is answered with " + status + ": "
                + detail(answer.body());
        // A client that is refused for its haste, or whose request took too long, may try again.
        if (status < 400 || status >= 500 || status == 408 || status == 429) {
            throw new IOException(detail);
        }
        throw new ServiceRefusal(status, detail);
    }

    private static <T> T read(HttpResponse<byte[]> answer, Class<T> type) throws IOException {
        try {
            return JSON.readValue(answer.body(), type);
        } catch (JacksonException e) {
            throw new IOException("an answer of the service cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private static String detail(byte[] body) {
        try {
            return JSON.readValue(body, Wire.Problem.class).detail();
        } catch (JacksonException e) {
            String text = new String(body, StandardCharsets.UTF_8).strip();
            return text.substring(0, Math.min(text.length(), 200));
        }
    }
}
