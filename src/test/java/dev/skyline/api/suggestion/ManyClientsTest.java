package dev.skyline.api.suggestion;

import dev.skyline.persistence.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Many clients at once on one experiment of the whole service, over HTTP, on a real database. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class ManyClientsTest {

    private static final int TRIALS = Integer.getInteger("skyline.trials", 5_000);
    private static final Logger LOG = System.getLogger(ManyClientsTest.class.getName());

    @LocalServerPort
    private int port;

    private Clients clients;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
    }

    @BeforeEach
    void connect() {
        clients = new Clients(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "regularized-evolution"})
    void nothingIsLostOrGivenTwice(String strategy, CapturedOutput output) throws Exception {
        String experiment = clients.submit(strategy, 200);

        List<Integer> told = clients.work(experiment, 20);

        assertNothingIsLost(experiment, told, 200);
        JsonNode replay = clients.post(experiment + "/replay", "");
        assertThat(replay.get("differences")).isEmpty();
        assertThat(output.getAll()).doesNotContainIgnoringCase("deadlock");
    }

    @Tag("figures")
    @ParameterizedTest
    @ValueSource(strings = {"random", "regularized-evolution", "nsga2", "asha", "local-search"})
    void fiftyClientsAreServedThreeHundredTrialsASecond(String strategy, CapturedOutput output) throws Exception {
        clients.work(clients.submit("random", TRIALS), 50);
        String experiment = clients.submit(strategy, TRIALS);
        long start = System.nanoTime();
        long cpu = processorTime();

        List<Integer> told = clients.work(experiment, 50);

        double seconds = (System.nanoTime() - start) / 1e9;
        LOG.log(
                Level.INFO,
                "%s: %.0f trials/s, %.2f ms of processor time each, clients included"
                        .formatted(strategy, told.size() / seconds, (processorTime() - cpu) / 1e6 / told.size()));
        assertNothingIsLost(experiment, told, TRIALS);
        assertThat(output.getAll()).doesNotContainIgnoringCase("deadlock");
        assertThat(told.size() / seconds).as("trials a second").isGreaterThanOrEqualTo(300);
    }

    private void assertNothingIsLost(String experiment, List<Integer> told, int maxTrials) {
        assertThat(told).doesNotHaveDuplicates();
        JsonNode trials = clients.get(experiment).get("trials");
        assertThat(trials.get("total").asInt()).isEqualTo(maxTrials);
        assertThat(trials.get("succeeded").asInt()).isEqualTo(maxTrials);
    }

    private static long processorTime() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
