package dev.skyline.scheduling;

import com.zaxxer.hikari.HikariDataSource;
import dev.skyline.execution.TrialRunner;
import dev.skyline.experiment.End;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentEvent;
import dev.skyline.experiment.ExperimentExamples;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.InMemoryEvents;
import dev.skyline.experiment.InMemoryExperiments;
import dev.skyline.experiment.InMemoryTrials;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialState;
import dev.skyline.persistence.DatabaseAccess;
import dev.skyline.persistence.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import static dev.skyline.experiment.ExperimentExamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Tasks are real rows of a real database; experiments and events are in memory. */
@Timeout(60)
class TrialWorkerTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static HikariDataSource dataSource;

    private final InMemoryExperiments experiments = new InMemoryExperiments();
    private final InMemoryTrials trials = new InMemoryTrials(experiments);
    private final InMemoryEvents events = new InMemoryEvents();
    private final Node node = new Node(UUID.randomUUID(), 2);
    private final List<TrialWorker> workers = new ArrayList<>();
    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final ExperimentId experiment = add();
    private DurableTrialExecutor executor;

    @BeforeAll
    static void open() {
        DatabaseAccess access = TestDatabase.fresh();
        dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(access.url());
        dataSource.setUsername(access.user());
        dataSource.setPassword(access.password());
    }

    @AfterAll
    static void close() {
        dataSource.close();
    }

    @BeforeEach
    void begin() {
        TestDatabase.empty(dataSource);
        executor = new DurableTrialExecutor(dataSource, Clock.systemUTC());
    }

    @AfterEach
    void end() {
        workers.forEach(TrialWorker::stop);
    }

    @Test
    void everyTrialRunsOnceAndNoMoreAtATimeThanThereAreSlots() {
        AtomicInteger present = new AtomicInteger();
        List<Integer> atOnce = new ArrayList<>();
        IntStream.rangeClosed(1, 12).forEach(n -> executor.submit(trial(n)));
        start(node, trial -> {
            synchronized (atOnce) {
                atOnce.add(present.incrementAndGet());
            }
            Thread.sleep(20);
            present.decrementAndGet();
            return log.add("ran " + trial.number());
        });
        await().atMost(SOON).until(() -> tasks() == 0);
        assertThat(log)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 12).mapToObj(n -> "ran " + n).toList());
        assertThat(atOnce).contains(2).allMatch(n -> n <= 2);
    }

    @Test
    void aTrialHandedOverTwiceRunsOnceAndOneRolledBackNever() {
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        transactions.executeWithoutResult(status -> {
            executor.submit(trial(1));
            status.setRollbackOnly();
        });
        transactions.executeWithoutResult(status -> executor.submit(trial(2)));
        executor.submit(trial(2));
        start(node, trial -> log.add("ran " + trial.number()));
        await().atMost(SOON).until(() -> tasks() == 0);
        assertThat(log).containsExactly("ran 2");
    }

    @Test
    void aCancelledTrialIsInterruptedAndNothingElseIs() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        start(node, trial -> {
            log.add("began " + trial.number());
            try {
                release.await();
                return log.add("ran " + trial.number());
            } catch (InterruptedException e) {
                log.add("interrupted " + trial.number());
                throw e;
            }
        });
        executor.submit(trial(1));
        executor.submit(trial(2));
        events.publish(ExperimentEvent.trial(stored(3)));
        assertThat(List.of(next(), next())).containsExactlyInAnyOrder("began 1", "began 2");

        Trial cancelled = stored(1).cancelled(new End("Cancelled", "on request"), NOW);
        events.publish(ExperimentEvent.trial(stored(1).started(NOW)));
        events.publish(ExperimentEvent.trial(cancelled));
        assertThat(next()).isEqualTo("interrupted 1");
        release.countDown();
        assertThat(next()).isEqualTo("ran 2");
        await().atMost(SOON).until(() -> tasks() == 0);
    }

    @Test
    void theNextTrialOnTheThreadIsNotInterruptedByAnEarlierOnesCancel() throws Exception {
        Node oneSlot = new Node(UUID.randomUUID(), 1);
        start(oneSlot, trial -> {
            log.add("began " + trial.number());
            if (trial.number() == 1) {
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
                return true; // With the flag still set, as careless code would.
            }
            return log.add(Thread.currentThread().isInterrupted() ? "interrupted" : "undisturbed");
        });
        executor.submit(trial(1));
        executor.submit(trial(2));
        assertThat(next()).isEqualTo("began 1");
        events.publish(ExperimentEvent.trial(stored(1).cancelled(new End("Cancelled", ""), NOW)));
        assertThat(List.of(next(), next())).containsExactly("began 2", "undisturbed");
        await().atMost(SOON).until(() -> tasks() == 0);
    }

    @Test
    void aCancelWhoseEventWasLostIsNoticedLater() throws Exception {
        start(node, trial -> {
            log.add("began");
            Thread.sleep(60_000);
            return true;
        });
        trials.add(ExperimentExamples.trial(experiment, 1));
        executor.submit(trial(1));
        assertThat(next()).isEqualTo("began");
        trials.cancelAll(experiment, new End("Cancelled", "on request"), NOW);
        await().atMost(SOON).until(() -> tasks() == 0);
    }

    @Test
    void whatRunsWhenTheNodeStopsIsFreeAtOnceForAnother() throws Exception {
        TrialRunner blocking = trial -> {
            log.add("began " + trial.number());
            new CountDownLatch(1).await();
            return true;
        };
        TrialWorker first = start(node, blocking);
        trials.add(ExperimentExamples.trial(experiment, 1));
        executor.submit(trial(1));
        assertThat(next()).isEqualTo("began 1");
        first.stop();
        assertThat(first.isRunning()).isFalse();
        assertThat(jdbc.queryForList("select picked, consecutive_failures from scheduled_tasks"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("picked")).isEqualTo(false);
                    assertThat(row.get("consecutive_failures")).isIn(null, 0);
                });

        start(new Node(UUID.randomUUID(), 1), trial -> log.add("ran " + trial.number()));
        assertThat(next()).isEqualTo("ran 1");
    }

    @Test
    void aWorkerMayStartAgain() throws Exception {
        TrialWorker worker = start(node, trial -> log.add("ran " + trial.number()));
        worker.stop();
        executor.submit(trial(1));
        worker.start();
        assertThat(next()).isEqualTo("ran 1");
    }

    @Test
    void afterACrashTheSameNodeBeginsAgainAtOnce() throws Exception {
        pickedBy(node.id(), "now()");
        start(node, trial -> log.add("ran " + trial.number()));
        assertThat(next()).isEqualTo("ran 1");
    }

    @Test
    void theTrialOfAnotherNodeIsLeftAloneUntilItsLeaseHasLapsed() throws Exception {
        pickedBy(UUID.randomUUID(), "now() - interval '5 seconds'");
        TrialWorker early = start(node, trial -> log.add("ran early"));
        assertThat(log.poll(2, TimeUnit.SECONDS)).isNull();
        early.stop();
        jdbc.update("update scheduled_tasks set last_heartbeat = now() - interval '21 seconds'");
        start(node, trial -> log.add("ran " + trial.number()));
        assertThat(next()).isEqualTo("ran 1");
    }

    @Test
    void aTrialThatBreaksTheServiceIsTriedAgainAndThenGivenUp() throws Exception {
        trials.add(ExperimentExamples.trial(experiment, 1));
        trials.start(trial(1), NOW);
        start(node, trial -> {
            log.add("began");
            throw new IllegalStateException("the service's fault");
        });
        executor.submit(trial(1));
        await().atMost(SOON).until(() -> tasks() == 0);
        assertThat(log).hasSize(3);
        Trial failed = trials.find(trial(1)).orElseThrow();
        assertThat(failed.state()).isEqualTo(TrialState.FAILED);
        assertThat(failed.end())
                .contains(new End("ServiceFault", "java.lang.IllegalStateException: the service's fault"));
        assertThat(events.published()).contains(ExperimentEvent.trial(failed));
    }

    @Test
    void trialsThatWaitForTheirDeviceLeaveTheSlotsToOthersAndRunOnceItIsThere() throws Exception {
        AtomicBoolean there = new AtomicBoolean();
        IntStream.rangeClosed(1, 4).forEach(n -> executor.submit(trial(n)));
        start(node, trial -> {
            if (trial.number() <= 4 && !there.get()) {
                log.add("waits");
                return false;
            }
            return log.add("ran " + trial.number());
        });
        assertThat(List.of(next(), next(), next(), next())).containsOnly("waits");
        executor.submit(trial(5));
        await().atMost(SOON).until(() -> log.contains("ran 5"));
        assertThat(jdbc.queryForList("select picked, consecutive_failures from scheduled_tasks"))
                .hasSize(4)
                .allMatch(row -> row.get("consecutive_failures").equals(0));

        executor.submit(trial(4));
        there.set(true);
        await().atMost(SOON).until(() -> tasks() == 0);
        assertThat(log)
                .filteredOn(entry -> !entry.equals("waits"))
                .containsExactlyInAnyOrder("ran 1", "ran 2", "ran 3", "ran 4", "ran 5");
    }

    @Test
    void anInterruptionByNobodyKnownIsAFaultLikeAnyOther() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        start(node, trial -> {
            if (runs.incrementAndGet() == 1) {
                throw new InterruptedException();
            }
            return log.add("ran");
        });
        executor.submit(trial(1));
        assertThat(next()).isEqualTo("ran");
    }

    private void pickedBy(UUID owner, String heartbeat) {
        executor.submit(trial(1));
        jdbc.update(
                "update scheduled_tasks set picked = true, picked_by = ?, last_heartbeat = " + heartbeat,
                owner.toString());
    }

    private TrialWorker start(Node on, TrialRunner runner) {
        TrialWorker worker = new TrialWorker(
                on, dataSource, () -> runner, trials, events, new GivenUp(trials, events, Clock.systemUTC()));
        workers.add(worker);
        worker.start();
        return worker;
    }

    private ExperimentId add() {
        Experiment added = ExperimentExamples.experiment();
        experiments.add(added);
        return added.id();
    }

    private TrialId trial(int number) {
        return new TrialId(experiment, number);
    }

    private Trial stored(int number) {
        return ExperimentExamples.trial(experiment, number);
    }

    private int tasks() {
        return jdbc.queryForObject("select count(*) from scheduled_tasks", Integer.class);
    }

    private String next() throws InterruptedException {
        String entry = log.poll(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(entry).as("within " + SOON).isNotNull();
        return entry;
    }
}
