package dev.skyline.agent;

import dev.skyline.persistence.DatabaseAccess;
import dev.skyline.persistence.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import static org.assertj.core.api.Assertions.assertThat;

/** The service and agents as processes of their own, on a database of the test's. */
final class Programs implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Path directory;
    private final DatabaseAccess database = TestDatabase.fresh();
    private final int port;
    private final List<Process> processes = new ArrayList<>();
    private Process service;

    Programs(Path directory) throws IOException {
        this.directory = directory;
        try (ServerSocket socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
    }

    DatabaseAccess database() {
        return database;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Starts the service where it was before, and waits until it answers. */
    void startService() throws IOException, InterruptedException {
        service = java(
                "service",
                "--server.port=" + port,
                "--skyline.data-dir=" + directory.resolve("data"),
                "--skyline.demo=false",
                "--skyline.node.slots=1",
                "--skyline.db.url=" + database.url(),
                "--skyline.db.user=" + database.user(),
                "--skyline.db.password=" + database.password());
        long began = System.nanoTime();
        while (!isHealthy()) {
            assertThat(service.isAlive() && elapsed(began).compareTo(LIMIT) < 0)
                    .as(log("service"))
                    .isTrue();
            Thread.sleep(50);
        }
    }

    void killService() throws InterruptedException {
        kill(service);
    }

    Process startAgent(String token) throws IOException {
        return java(
                "agent",
                AgentMain.ARGUMENT,
                "--server=" + address(),
                "--token=" + token,
                "--directory=" + directory.resolve("agent"));
    }

    static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private Process java(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.skyline.Skyline"));
        command.addAll(List.of(arguments));
        return start(name, command);
    }

    /** @param name of the file that the output is added to */
    Process start(String name, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(file(name)))
                .start();
        processes.add(process);
        return process;
    }

    String log(String name) throws IOException {
        return Files.readString(file(name).toPath());
    }

    private File file(String name) {
        return directory.resolve(name + ".log").toFile();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return answer(request(path).build());
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    JsonNode await(String path, Predicate<JsonNode> condition) throws IOException, InterruptedException {
        long began = System.nanoTime();
        JsonNode answer = get(path);
        while (!condition.test(answer)) {
            assertThat(elapsed(began))
                    .as("waiting at %s, last answer %s; agent: %s", path, answer, log("agent"))
                    .isLessThan(LIMIT);
            Thread.sleep(100);
            answer = get(path);
        }
        return answer;
    }

    private static JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
        return JSON.readTree(response.body());
    }

    private boolean isHealthy() throws InterruptedException {
        try {
            return HTTP.send(request("/actuator/health").build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(30));
    }

    private static Duration elapsed(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    @Override
    public void close() throws InterruptedException {
        for (Process process : processes) {
            kill(process);
        }
    }
}
