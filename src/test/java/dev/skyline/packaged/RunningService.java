package dev.skyline.packaged;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged jar in a process of its own, on a data directory of the test's. */
final class RunningService implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path log;
    private final int port;
    private final Duration startUp;

    private RunningService(Process process, Path log, int port, Duration startUp) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.startUp = startUp;
    }

    /** Starts the jar and waits for its first healthy answer. */
    static RunningService start(Path directory, String... arguments) throws IOException, InterruptedException {
        int port = freePort();
        Path log = Files.createTempFile(directory, "service", ".log");
        long began = System.nanoTime();
        Process process = launch(directory, log, port, arguments);
        RunningService service = new RunningService(process, log, port, Duration.ZERO);
        while (!service.isHealthy()) {
            if (!process.isAlive() || elapsed(began).toSeconds() > 120) {
                process.destroyForcibly();
                throw new IllegalStateException("the service did not start:\n" + Files.readString(log));
            }
            Thread.sleep(50);
        }
        return new RunningService(process, log, port, elapsed(began));
    }

    /** Starts the jar without waiting for anything. */
    static Process launch(Path directory, Path log, int port, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-jar",
                jar().toString(),
                "--server.port=" + port,
                "--skyline.data-dir=" + directory.resolve("data")));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Starts the jar as an agent. */
    static Process launchAgent(Path directory, Path log, String server, String token) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar().toString(),
                        "--agent",
                        "--server=" + server,
                        "--token=" + token)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("skyline-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("target holds no skyline jar: run the package phase"))
                    .toAbsolutePath();
        }
    }

    Duration startUp() {
        return startUp;
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(request(path).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    String page(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(request(path).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    byte[] file(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = HTTP.send(request(path).build(), BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    JsonNode post(String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path + ": " + response.body()).isBetween(200, 299);
        return JSON.readTree(response.body());
    }

    JsonNode await(String path, Duration limit, Predicate<JsonNode> condition)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        JsonNode answer = get(path);
        while (!condition.test(answer)) {
            assertThat(elapsed(began))
                    .as("waiting at " + path + ", last answer " + answer)
                    .isLessThan(limit);
            Thread.sleep(100);
            answer = get(path);
        }
        return answer;
    }

    /** Child processes and their children. */
    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** {@code kill -9} of the service alone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, java.util.concurrent.TimeUnit.SECONDS)) {
            kill();
        }
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
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    private static Duration elapsed(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
