package dev.skyline.hardware.agent;

import dev.skyline.SettableClock;
import dev.skyline.hardware.LatencyReport;
import dev.skyline.hardware.agent.AgentSettings.Provider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServeAgentsTest {

    private static final String TARGET = "pi4";
    private static final HardwareReport HARDWARE = new HardwareReport("Cortex-A72", 4, 1L << 32, "Linux", "ort");
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final SettableClock clock = new SettableClock();
    private final MemoryQueue queue = new MemoryQueue();
    private final MemoryAgents agents = new MemoryAgents();
    private final ServeAgents serve = new ServeAgents(agents, queue, clock);
    private UUID session;

    @BeforeEach
    void begin() {
        serve.admit(TARGET);
        session = serve.register(TARGET, "board", HARDWARE).id();
    }

    @Test
    void aJobIsGivenOutOnceAndItsModelWithIt() {
        MeasuringJob asked = ask("a");
        MeasuringJob given = take();
        assertThat(given.id()).isEqualTo(asked.id());
        assertThat(serve.model(TARGET, given.id(), lease(given))).asString().isEqualTo("a");
        assertThat(serve.next(TARGET, session)).isEmpty();
        assertThat(serve.report(TARGET, given.id(), lease(given), terms -> AgentReports.steady(4))
                        .state())
                .isEqualTo(MeasuringJob.State.DONE);
        assertThat(serve.next(TARGET, session)).isEmpty();
    }

    @Test
    void whoAsksForTheSameFindsTheJobAndItsResultUntilSomebodyHasHadIt() {
        MeasuringJob first = ask("a");
        assertThat(ask("a").id()).isEqualTo(first.id());
        assertThat(ask("b").id()).isNotEqualTo(first.id());
        MeasuringJob given = take();
        serve.report(TARGET, given.id(), lease(given), terms -> AgentReports.steady(4));
        assertThat(ask("a").result()).map(LatencyReport::medianMillis).contains(4.0);
        queue.change(given.id(), MeasuringJob::taken);
        assertThat(ask("a").state()).isEqualTo(MeasuringJob.State.WAITING);
    }

    @Test
    void theSameResultMayBeToldAgainAndNoOther() {
        ask("a");
        MeasuringJob job = take();
        for (int i = 0; i < 2; i++) {
            assertThat(serve.report(TARGET, job.id(), lease(job), terms -> AgentReports.steady(4))
                            .result())
                    .map(LatencyReport::medianMillis)
                    .contains(4.0);
            clock.pass(MINUTE.multipliedBy(10));
        }
        assertThatThrownBy(() -> serve.report(TARGET, job.id(), lease(job), terms -> AgentReports.steady(5)))
                .isInstanceOf(AgentRefused.class);
    }

    @Test
    void aLeaseThatIsNotRenewedLapses() {
        ask("a");
        MeasuringJob lost = take();
        clock.pass(MINUTE.minusSeconds(1));
        assertThat(serve.heartbeat(TARGET, session, Optional.of(lost.id()), Optional.of(lease(lost))))
                .isTrue();
        clock.pass(MINUTE.minusSeconds(1));
        assertThat(serve.next(TARGET, session)).isEmpty();
        want("a");
        clock.pass(Duration.ofSeconds(1));
        assertThat(serve.heartbeat(TARGET, session, Optional.of(lost.id()), Optional.of(lease(lost))))
                .isFalse();
        assertThatThrownBy(() -> serve.report(TARGET, lost.id(), lease(lost), terms -> AgentReports.steady(4)))
                .isInstanceOf(AgentRefused.class);
        MeasuringJob again = serve.next(TARGET, session).orElseThrow();
        assertThat(again.id()).isEqualTo(lost.id());
        assertThat(lease(again)).isNotEqualTo(lease(lost));
        assertThatThrownBy(() -> serve.model(TARGET, lost.id(), lease(lost))).isInstanceOf(AgentRefused.class);
    }

    @Test
    void anAgentThatHangsLosesItsJobAfterAQuarterOfAnHour() {
        ask("a");
        MeasuringJob job = take();
        int minutes = 0;
        while (serve.heartbeat(TARGET, session, Optional.of(job.id()), Optional.of(lease(job)))) {
            clock.pass(MINUTE.dividedBy(2));
            minutes++;
        }
        assertThat(minutes).isEqualTo(30);
    }

    @Test
    void whoAsksForTheNextJobHasLostTheOneBefore() {
        ask("a");
        MeasuringJob lost = take();
        assertThat(take().id()).isEqualTo(lost.id());
        assertThatThrownBy(() -> serve.report(TARGET, lost.id(), lease(lost), terms -> AgentReports.steady(4)))
                .isInstanceOf(AgentRefused.class);
    }

    @Test
    void aModelOverWhichAgentsAreLostAgainAndAgainIsGivenUp() {
        ask("a");
        ask("b");
        for (int i = 0; i < MeasuringJob.MOST_LOSSES; i++) {
            assertThat(take().order().model()).isEqualTo(AgentTokens.hash("a"));
        }
        assertThat(take().order().model()).isEqualTo(AgentTokens.hash("b"));
        assertThat(queue.all().get(0).state()).isEqualTo(MeasuringJob.State.FAILED);
        assertThat(queue.all().get(0).code()).isEqualTo("MeasurementLost");
        assertThat(ask("a").state()).isEqualTo(MeasuringJob.State.WAITING);
    }

    @Test
    void anUnsteadyRunIsRepeatedAndTheCalmestCountsInTheEnd() {
        ask("a");
        double[] spreads = {0.4, 0.2, 0.3};
        for (int run = 0; run < MeasuringJob.MOST_RUNS; run++) {
            MeasuringJob job = take();
            double spread = spreads[run];
            MeasuringJob told =
                    serve.report(TARGET, job.id(), lease(job), terms -> AgentReports.unsteady(4 + spread, spread));
            assertThat(serve.report(TARGET, job.id(), lease(job), terms -> AgentReports.unsteady(4 + spread, spread)))
                    .isEqualTo(told);
            assertThat(told.isRepeated()).isEqualTo(run < 2);
        }
        LatencyReport result = queue.all().get(0).result().orElseThrow();
        assertThat(result.medianMillis()).isEqualTo(4.2);
        assertThat(result.steady()).isFalse();
    }

    @Test
    void aSteadyRunAfterAnUnsteadyOneIsTheResult() {
        ask("a");
        MeasuringJob unsteady = take();
        serve.report(TARGET, unsteady.id(), lease(unsteady), terms -> AgentReports.unsteady(9, 0.001));
        MeasuringJob steady = take();
        assertThat(serve.report(TARGET, steady.id(), lease(steady), terms -> AgentReports.steady(4))
                        .result()
                        .orElseThrow()
                        .medianMillis())
                .isEqualTo(4);
    }

    @Test
    void aFailureIsToldOnceMoreAndAskingAgainMeasuresAnew() {
        ask("a");
        MeasuringJob job = take();
        serve.fail(TARGET, job.id(), lease(job), "ModelRefused", "no Resize here");
        serve.fail(TARGET, job.id(), lease(job), "ModelRefused", "no Resize here");
        assertThat(queue.find(job.id()).orElseThrow().message()).isEqualTo("no Resize here");
        assertThatThrownBy(() -> serve.report(TARGET, job.id(), lease(job), terms -> AgentReports.steady(4)))
                .isInstanceOf(AgentRefused.class);
        assertThat(ask("a").state()).isEqualTo(MeasuringJob.State.WAITING);
        assertThat(take().id()).isEqualTo(job.id());
    }

    @Test
    void anotherInstanceIsRefusedWhileTheFirstLivesAndTheFirstAfterwards() {
        assertThatThrownBy(() -> serve.register(TARGET, "other", HARDWARE))
                .isInstanceOf(AgentRefused.class)
                .hasMessageContaining("'board'");
        clock.pass(Agent.SILENCE);
        serve.register(TARGET, "other", HARDWARE);
        assertThatThrownBy(() -> serve.begin(TARGET, session)).isInstanceOf(AgentRefused.class);
        assertThatThrownBy(() -> serve.next(TARGET, session)).isInstanceOf(AgentRefused.class);
    }

    @Test
    void anAgentThatLeavesMakesRoomAtOnceAndItsJobGoesOn() {
        ask("a");
        MeasuringJob job = take();
        serve.leave(TARGET, session);
        UUID other = serve.register(TARGET, "other", HARDWARE).id();
        assertThat(serve.next(TARGET, other)).map(MeasuringJob::id).contains(job.id());
    }

    @Test
    void aRestartedAgentGetsWhatItWasDoing() {
        ask("a");
        MeasuringJob job = take();
        UUID restarted = serve.register(TARGET, "board", HARDWARE).id();
        assertThat(serve.next(TARGET, restarted)).map(MeasuringJob::id).contains(job.id());
    }

    @Test
    void aNewTokenEndsTheSessionOfTheOldOne() {
        String token = serve.admit(TARGET);
        assertThat(agents.byToken(AgentTokens.hash(token))).isPresent();
        assertThatThrownBy(() -> serve.begin(TARGET, session)).isInstanceOf(AgentRefused.class);
    }

    @Test
    void jobsOfOtherTargetsAreNoneOfAnAgentsBusiness() {
        serve.admit("fpga");
        MeasuringJob foreign = queue.ask(order("fpga", "a"), new byte[0], clock.instant(), wanted());
        assertThat(serve.next(TARGET, session)).isEmpty();
        UUID any = UUID.randomUUID();
        assertThatThrownBy(() -> serve.report(TARGET, foreign.id(), any, terms -> AgentReports.steady(4)))
                .isInstanceOf(NoSuchJob.class);
        assertThatThrownBy(() -> serve.model(TARGET, foreign.id(), any)).isInstanceOf(NoSuchJob.class);
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsNotMeasured() {
        ask("a");
        clock.pass(Duration.ofMinutes(3));
        serve.begin(TARGET, session);
        assertThat(serve.next(TARGET, session)).isEmpty();
        ask("a");
        assertThat(take().order().model()).isEqualTo(AgentTokens.hash("a"));
    }

    private MeasuringJob ask(String model) {
        return queue.ask(order(TARGET, model), model.getBytes(StandardCharsets.UTF_8), clock.instant(), wanted());
    }

    private void want(String model) {
        ask(model);
    }

    private static MeasuringOrder order(String target, String model) {
        return new MeasuringOrder(target, AgentTokens.hash(model), new MeasuringTerms(Provider.CPU, 1, 1, 1.0));
    }

    private Instant wanted() {
        return clock.instant().plus(Duration.ofMinutes(2));
    }

    private MeasuringJob take() {
        serve.begin(TARGET, session);
        return serve.next(TARGET, session).orElseThrow();
    }

    private static UUID lease(MeasuringJob job) {
        return job.lease().orElseThrow().id();
    }
}
