package dev.skyline.persistence.agent;

import dev.skyline.SettableClock;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.HardwareTargets;
import dev.skyline.hardware.agent.Agent.Session;
import dev.skyline.hardware.agent.AgentRefused;
import dev.skyline.hardware.agent.AgentReports;
import dev.skyline.hardware.agent.AgentSettings.Provider;
import dev.skyline.hardware.agent.AgentTokens;
import dev.skyline.hardware.agent.Agents;
import dev.skyline.hardware.agent.HardwareReport;
import dev.skyline.hardware.agent.JobQueue;
import dev.skyline.hardware.agent.MeasuringJob;
import dev.skyline.hardware.agent.MeasuringOrder;
import dev.skyline.hardware.agent.MeasuringTerms;
import dev.skyline.hardware.agent.ServeAgents;
import dev.skyline.persistence.PersistenceTest;
import dev.skyline.persistence.TestDatabase;
import dev.skyline.plugin.PluginSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

import javax.sql.DataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@PersistenceTest
class SqlJobQueueTest {

    private static final String TARGET = "pi4";

    @Autowired
    private JobQueue queue;

    @Autowired
    private Agents agents;

    @Autowired
    private HardwareTargets targets;

    @Autowired
    private DataSource dataSource;

    private final SettableClock clock = new SettableClock();
    private ServeAgents serve;
    private Session session;

    @BeforeEach
    void begin() {
        TestDatabase.empty(dataSource);
        targets.add(new HardwareTargetSpec(TARGET, new PluginSpec("agent", Map.of()), "", clock.instant()));
        serve = new ServeAgents(agents, queue, clock);
        serve.admit(TARGET);
        session = serve.register(TARGET, "board", new HardwareReport("Cortex", 4, 1L << 32, "Linux", "ort"));
    }

    @Test
    void aJobComesBackAsItWasAndItsModelGoesWhenItIsOver() {
        MeasuringJob asked = ask("a");
        assertThat(queue.find(asked.id())).contains(asked);
        MeasuringJob given = take();
        assertThat(queue.find(given.id())).contains(given);
        assertThat(queue.model(given.id())).contains(new byte[] {1, 2, 3});
        MeasuringJob told = serve.report(TARGET, given.id(), lease(given), terms -> AgentReports.steady(4.125));
        assertThat(queue.find(given.id())).contains(told);
        assertThat(queue.model(given.id())).isEmpty();
        assertThat(serve.report(TARGET, given.id(), lease(given), terms -> AgentReports.steady(4.125)))
                .isEqualTo(told);
        queue.change(given.id(), MeasuringJob::taken);
        assertThat(ask("a").state()).isEqualTo(MeasuringJob.State.WAITING);
        assertThat(queue.model(given.id())).isPresent();
    }

    @Test
    void aFailureAndItsRepetitionComeBackAsToldAndLeasesLapse() {
        MeasuringJob first = ask("a");
        take();
        clock.pass(Duration.ofSeconds(60));
        ask("a");
        MeasuringJob again = serve.next(TARGET, session.id()).orElseThrow();
        assertThat(again.id()).isEqualTo(first.id());
        serve.fail(TARGET, again.id(), lease(again), "ModelRefused", "no Resize");
        assertThat(queue.find(first.id())).map(MeasuringJob::message).contains("no Resize");
        assertThat(ask("a").state()).isEqualTo(MeasuringJob.State.WAITING);
    }

    @Test
    void agentsAndTheirSessionsComeBackAsTheyWere() {
        String token = serve.admit(TARGET);
        assertThat(agents.find(TARGET).orElseThrow().session()).isEmpty();
        Session next = serve.register(TARGET, "other", session.hardware());
        assertThat(agents.byToken(AgentTokens.hash(token)).orElseThrow().session())
                .contains(next);
        assertThat(agents.byToken(AgentTokens.hash("wrong"))).isEmpty();
        assertThatThrownBy(() -> serve.begin(TARGET, session.id())).isInstanceOf(AgentRefused.class);
    }

    @Test
    void aTargetTakesItsAgentAndJobsAlong() {
        MeasuringJob job = ask("a");
        targets.delete(TARGET);
        assertThat(queue.find(job.id())).isEmpty();
        assertThat(agents.find(TARGET)).isEmpty();
    }

    @Test
    void jobsThatNobodyHasWantedForADayAreForgotten() {
        MeasuringJob old = ask("a");
        clock.pass(Duration.ofHours(23));
        MeasuringJob young = ask("b");
        assertThat(queue.recent(TARGET, 10)).containsExactly(young, old);
        assertThat(queue.recent(TARGET, 1)).containsExactly(young);
        clock.pass(Duration.ofHours(2));
        ask("c");
        assertThat(queue.find(old.id())).isEmpty();
    }

    @Test
    void ofManyWhoAskAtOnceEachGetsAnotherJobAndTheSameOrderIsOneJob() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            assertThat(results(threads, 8, () -> ask("same").id()))
                    .hasSize(8)
                    .containsOnly(ask("same").id());
            for (int i = 0; i < 7; i++) {
                ask("model" + i);
            }
            List<UUID> taken = results(
                    threads,
                    8,
                    () -> serve.next(TARGET, session.id()).map(MeasuringJob::id).orElse(new UUID(0, 0)));
            assertThat(taken).filteredOn(id -> !id.equals(new UUID(0, 0))).doesNotHaveDuplicates();
            int rest = 0;
            while (serve.next(TARGET, session.id()).isPresent()) {
                rest++;
            }
            assertThat(taken.stream().filter(id -> !id.equals(new UUID(0, 0))).count() + rest)
                    .isEqualTo(8);
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state = 'LEASED'",
                "state = 'DONE'",
                "state = 'FAILED'",
                "code = 'Why'",
                "collected = true",
                "lease = gen_random_uuid()",
                "reports = '{}'",
                "model = 'short'",
                "handouts = -1"
            })
    void rubbishInAJobIsRefusedByTheDatabase(String assignment) {
        ask("a");
        assertThatThrownBy(() -> new JdbcTemplate(dataSource).update("update measuring_job set " + assignment))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private static <T> List<T> results(ExecutorService threads, int count, Callable<T> call) throws Exception {
        List<Callable<T>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            calls.add(call);
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : threads.invokeAll(calls)) {
            results.add(future.get());
        }
        return results;
    }

    private MeasuringJob ask(String model) {
        return queue.ask(
                new MeasuringOrder(TARGET, AgentTokens.hash(model), new MeasuringTerms(Provider.CPU, 1, 2, 1.5)),
                new byte[] {1, 2, 3},
                clock.instant(),
                clock.instant().plusSeconds(120));
    }

    private MeasuringJob take() {
        serve.begin(TARGET, session.id());
        return serve.next(TARGET, session.id()).orElseThrow();
    }

    private static UUID lease(MeasuringJob job) {
        return job.lease().orElseThrow().id();
    }
}
