package dev.skyline.hardware.agent;

import dev.skyline.SettableClock;
import dev.skyline.architecture.Architecture;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.hardware.agent.AgentSettings.Provider;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.network.Candidate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(30)
class AgentTargetTest {

    private static final String TARGET = "pi4";
    private static final Candidate UNTRAINED = new Candidate(Architecture.of("a cell"), null, 1, Optional.empty());

    private final SettableClock clock = new SettableClock();
    private final MemoryQueue queue = new MemoryQueue();
    private final MemoryAgents agents = new MemoryAgents();
    private final ServeAgents serve = new ServeAgents(agents, queue, clock);
    private final ExecutorService trials = Executors.newCachedThreadPool();
    private final AgentTarget target = new AgentTarget(
            TARGET,
            new AgentSettings(Provider.CPU, 1, 1, 1, 10),
            queue,
            agents,
            candidate -> candidate.architecture().text().getBytes(StandardCharsets.UTF_8),
            clock,
            Duration.ofMillis(1));
    private UUID session;

    @BeforeEach
    void begin() {
        serve.admit(TARGET);
        session = serve.register(TARGET, "board", new HardwareReport("c", 1, 1, "o", "r"))
                .id();
    }

    @AfterEach
    void end() {
        trials.shutdownNow();
    }

    @Test
    void whatTheAgentReportsIsTheMeasurement() throws Exception {
        Future<Measurements> trial = trials.submit(() -> target.measure(UNTRAINED));
        MeasuringJob job = take();
        assertThat(serve.model(TARGET, job.id(), lease(job))).asString().isEqualTo("a cell");
        serve.report(TARGET, job.id(), lease(job), terms -> AgentReports.steady(4));
        Measurement latency =
                trial.get().find(MetricKey.of(Metric.LATENCY, TARGET)).orElseThrow();
        assertThat(latency.value()).isEqualTo(4);
        assertThat(latency.source()).isEqualTo(Measurement.Source.MEASURED);
        assertThat(latency.steady()).isTrue();
    }

    @Test
    void aTrialThatIsBegunAgainFindsWhatWasReportedMeanwhile(@TempDir Path folder) throws Exception {
        Path model = Files.writeString(folder.resolve("model.onnx"), "weights");
        Future<?> interrupted = trials.submit(() -> target.measure(model));
        MeasuringJob job = take();
        interrupted.cancel(true);
        serve.report(TARGET, job.id(), lease(job), terms -> AgentReports.steady(4));
        assertThat(target.measure(model)).isPresent();
        assertThat(queue.all()).hasSize(1).allMatch(MeasuringJob::collected);
        Future<?> afresh = trials.submit(() -> target.measure(model));
        assertThat(take().id()).isEqualTo(job.id());
        afresh.cancel(true);
    }

    @Test
    void twoThatWantTheSameShareOneMeasurement() throws Exception {
        Callable<Measurements> measure = () -> target.measure(UNTRAINED);
        Future<Measurements> one = trials.submit(measure);
        MeasuringJob job = take();
        Future<Measurements> two = trials.submit(measure);
        serve.report(TARGET, job.id(), lease(job), terms -> AgentReports.steady(4));
        assertThat(one.get()).isNotNull();
        if (!queue.find(job.id()).orElseThrow().state().isOver()) {
            MeasuringJob late = take();
            serve.report(TARGET, late.id(), lease(late), terms -> AgentReports.steady(4));
        }
        assertThat(two.get()).isEqualTo(one.get());
    }

    @Test
    void aFailureOfTheAgentIsOneOfTheTrial() {
        Future<?> trial = trials.submit(() -> target.measure(UNTRAINED));
        MeasuringJob job = take();
        serve.fail(TARGET, job.id(), lease(job), "ModelRefused", "no Resize here");
        assertFails(trial, "ModelRefused", "no Resize here");
    }

    @Test
    void withoutAnAgentATrialWaitsAsLongAsItIsPatient() {
        Future<?> trial = trials.submit(() -> target.measure(UNTRAINED));
        take();
        serve.begin(TARGET, session);
        clock.pass(Duration.ofMinutes(9));
        serve.begin(TARGET, session);
        clock.pass(Duration.ofMinutes(9));
        assertThat(trial).isNotDone();
        clock.pass(Duration.ofMinutes(1));
        assertFails(trial, "AgentSilent", "for 10.0 min");
    }

    @Test
    void itIsThereWhileItsAgentIsConnectedAndWorthWaitingForAsLongAsItIsPatient() {
        Instant wanted = clock.instant();
        assertThat(target.isThere(wanted)).isTrue();
        serve.leave(TARGET, session);
        assertThat(target.isThere(wanted)).isFalse();
        serve.begin(TARGET, session);
        assertThat(target.isThere(wanted)).isTrue();
        clock.pass(Duration.ofMinutes(9));
        assertThat(target.isThere(wanted)).isFalse();
        clock.pass(Duration.ofMinutes(1));
        assertSilent(wanted);
        Instant later = clock.instant();
        assertThat(target.isThere(later)).isFalse();
        clock.pass(Duration.ofMinutes(10));
        assertSilent(later);
    }

    private void assertSilent(Instant wanted) {
        assertThatThrownBy(() -> target.isThere(wanted))
                .isInstanceOfSatisfying(
                        MeasurementFailed.class, e -> assertThat(e.code()).isEqualTo("AgentSilent"));
    }

    @Test
    void aTargetThatIsDeletedMeasuresNothing() {
        Future<?> trial = trials.submit(() -> target.measure(UNTRAINED));
        take();
        agents.remove(TARGET);
        assertFails(trial, "AgentGone", "was deleted");
    }

    @Test
    void aModelThatIsTooLargeToBeHandedOverIsRefused(@TempDir Path folder) throws IOException {
        Path model = folder.resolve("huge.onnx");
        try (RandomAccessFile file = new RandomAccessFile(model.toFile(), "rw")) {
            file.setLength(65L << 20);
        }
        assertThatThrownBy(() -> target.measure(model))
                .isInstanceOfSatisfying(
                        MeasurementFailed.class, e -> assertThat(e.code()).isEqualTo("ModelTooLarge"));
    }

    private MeasuringJob take() {
        serve.begin(TARGET, session);
        Optional<MeasuringJob> job = serve.next(TARGET, session);
        while (job.isEmpty()) {
            Thread.onSpinWait();
            job = serve.next(TARGET, session);
        }
        return job.get();
    }

    private static UUID lease(MeasuringJob job) {
        return job.lease().orElseThrow().id();
    }

    private static void assertFails(Future<?> trial, String code, String message) {
        assertThatThrownBy(trial::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        MeasurementFailed.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(message);
    }
}
