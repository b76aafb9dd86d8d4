import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a running Skyline for architectures and tells what they are worth, with nothing but a JDK: {@code java AskTell.java
 * [address]}. Here that is the share of 3×3 convolutions in the cell; put a training in its place.
 */
class AskTell {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern TRIAL = Pattern.compile("\"number\":(\\d+).*?\"text\":\"([^\"]*)\"", Pattern.DOTALL);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    AskTell(String address) {
        this.address = address;
    }

    public static void main(String[] arguments) throws Exception {
        new AskTell(arguments.length > 0 ? arguments[0] : "http://127.0.0.1:8080").search();
    }

    void search() throws Exception {
        String created = post("/api/v1/experiments", """
                {"name": "from Java", "task": {"input": [3, 32, 32], "classes": 10},
                 "searchSpace": {"type": "nas-bench-201"}, "estimator": {"type": "external"},
                 "objectives": [{"metric": "accuracy"}], "budget": {"maxTrials": 30}, "seed": 1}""");
        Matcher id = ID.matcher(created);
        if (!id.find()) {
            throw new IllegalStateException(created);
        }
        String experiment = "/api/v1/experiments/" + id.group(1);
        for (; ; ) {
            Matcher trial = TRIAL.matcher(post(experiment + "/suggestions", "{\"clientId\": \"java\"}"));
            if (!trial.find()) {
                break;
            }
            double accuracy = trial.group(2).split("nor_conv_3x3", -1).length / 8.0;
            post(experiment + "/trials/" + trial.group(1) + "/complete", """
                    {"clientId": "java", "measurements": [{"metric": "accuracy", "value": %s}]}""".formatted(accuracy));
            System.out.println(trial.group(1) + "\t" + accuracy + "\t" + trial.group(2));
        }
    }

    private String post(String path, String body) throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.body());
        }
        return answer.body();
    }
}
