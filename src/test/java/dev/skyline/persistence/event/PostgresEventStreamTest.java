package dev.skyline.persistence.event;

import dev.skyline.experiment.EventStream;
import dev.skyline.experiment.EventStream.Subscription;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentEvent;
import dev.skyline.experiment.ExperimentEvents;
import dev.skyline.experiment.ExperimentExamples;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.persistence.PersistenceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** In a context of its own, as one that was kept from an earlier test may have asked other things since it began to listen. */
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
@PersistenceTest
class PostgresEventStreamTest {

    @Autowired
    private ExperimentEvents events;

    @Autowired
    private EventStream stream;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcTemplate jdbc;

    private final BlockingQueue<ExperimentEvent> received = new LinkedBlockingQueue<>();
    private Subscription subscription;

    @BeforeEach
    void subscribe() {
        awaitListener();
        subscription = stream.subscribe(received::add);
    }

    @AfterEach
    void unsubscribe() {
        subscription.close();
    }

    @Test
    void whatIsPublishedArrivesAsItWas() throws InterruptedException {
        Experiment experiment = ExperimentExamples.experiment();
        events.publish(ExperimentEvent.state(experiment));
        assertThat(next()).isEqualTo(ExperimentEvent.state(experiment));

        ExperimentEvent epoch = event("epoch", Map.of("number", 3, "accuracy", 0.95, "note", "ünïcode 'quoted'"));
        events.publish(epoch);
        assertThat(next()).isEqualTo(epoch);
    }

    @Test
    void eventsArriveInOrderAndOnlyWhenTheirTransactionCommits() throws InterruptedException {
        transactions.executeWithoutResult(status -> {
            events.publish(event("trial", Map.of("number", 1)));
            status.setRollbackOnly();
        });
        transactions.executeWithoutResult(status -> {
            events.publish(event("trial", Map.of("number", 2)));
            events.publish(event("trial", Map.of("number", 3)));
            assertThat(received).isEmpty();
        });
        assertThat(next().data()).containsEntry("number", 2);
        assertThat(next().data()).containsEntry("number", 3);
    }

    @Test
    void aSubscriberThatFailsHarmsNobodyAndOneThatLeftHearsNothing() throws InterruptedException {
        BlockingQueue<ExperimentEvent> others = new LinkedBlockingQueue<>();
        Subscription leaving = stream.subscribe(others::add);
        leaving.close();
        try (Subscription failing = stream.subscribe(event -> {
            throw new IllegalStateException("on purpose");
        })) {
            jdbc.execute("notify skyline, 'no event'");
            events.publish(event("trial", Map.of("number", 1)));
            assertThat(next().data()).containsEntry("number", 1);
            events.publish(event("trial", Map.of("number", 2)));
            assertThat(next().data()).containsEntry("number", 2);
        }
        assertThat(others).isEmpty();
    }

    @Test
    void aBrokenConnectionIsOpenedAgain() throws InterruptedException {
        jdbc.queryForList("select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen skyline'"
                + " and datname = current_database()");
        await().atMost(Duration.ofSeconds(30)).until(() -> listeners() == 0);
        awaitListener();
        events.publish(event("trial", Map.of("number", 7)));
        assertThat(next().data()).containsEntry("number", 7);
    }

    private void awaitListener() {
        await().atMost(Duration.ofSeconds(30)).until(() -> listeners() == 1);
    }

    private int listeners() {
        return jdbc.queryForObject(
                "select count(*) from pg_stat_activity where query = 'listen skyline' and state = 'idle'"
                        + " and datname = current_database()",
                Integer.class);
    }

    private ExperimentEvent next() throws InterruptedException {
        ExperimentEvent event = received.poll(10, TimeUnit.SECONDS);
        assertThat(event).as("an event within 10 s").isNotNull();
        return event;
    }

    private static ExperimentEvent event(String type, Map<String, Object> data) {
        return new ExperimentEvent(ExperimentId.random(), type, data);
    }
}
