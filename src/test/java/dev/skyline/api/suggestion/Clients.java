package dev.skyline.api.suggestion;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;

/** Clients that ask and tell over HTTP at once, as fast as they are answered. */
final class Clients {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String service;

    Clients(int port) {
        service = "http://127.0.0.1:" + port;
    }

    /** @return the experiment's path */
    String submit(String strategy, int maxTrials) {
        return "/api/v1/experiments/"
                + post("/api/v1/experiments", """
                {"name": "many clients", "task": {"input": [3, 32, 32], "classes": 10},
                 "searchSpace": {"type": "nas-bench-201"}, "strategy": {"type": "%s"},
                 "memory": "off", "estimator": {"type": "external"}, "objectives": [{"metric": "accuracy"}],
                 "budget": {"maxTrials": %d}, "seed": 3}""".formatted(strategy, maxTrials))
                        .get("id")
                        .asString();
    }

    /** Works until nothing is left to do; gives the numbers of the trials that were told. */
    List<Integer> work(String experiment, int clients) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<List<Integer>>> told = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                String client = "w" + i;
                told.add(threads.submit(() -> workAlone(experiment, client)));
            }
            List<Integer> numbers = new ArrayList<>();
            for (Future<List<Integer>> future : told) {
                numbers.addAll(future.get());
            }
            return numbers;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Integer> workAlone(String experiment, String client) throws InterruptedException {
        List<Integer> numbers = new ArrayList<>();
        while (true) {
            JsonNode asked = post(experiment + "/suggestions", "{\"clientId\": \"" + client + "\"}");
            if (asked.get("items").isEmpty()) {
                if (!asked.get("state").asString().equals("RUNNING")) {
                    return numbers;
                }
                // The budget is given out, and others are still at work.
                Thread.sleep(20);
            }
            for (JsonNode item : asked.get("items")) {
                int number = item.get("trial").get("number").asInt();
                JsonNode end = post(item.get("links").get("complete").asString(), """
                        {"measurements": [{"metric": "accuracy", "value": %s}], "clientId": "%s"}""".formatted(
                                (number * 37 % 1000) / 1000.0, client));
                assertThat(end.get("state").asString()).isEqualTo("SUCCEEDED");
                numbers.add(number);
            }
        }
    }

    JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(service + path)).GET());
    }

    JsonNode post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(service + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
