package dev.skyline.api.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skyline.api.fake.LocalEvents;
import dev.skyline.experiment.ExperimentEvent;
import dev.skyline.experiment.ExperimentId;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sending is by an executor that runs when the test says so, as slow clients would have it. */
class EventHubTest {

    private static final ExperimentId ONE = ExperimentId.random();
    private static final ExperimentId OTHER = ExperimentId.random();

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final EventHub hub = new EventHub(work::add);
    private final LocalEvents stream = new LocalEvents();

    @BeforeEach
    void start() {
        hub.start(stream);
    }

    private static final class Connection implements EventClient.Connection {

        private final List<Message> received = new ArrayList<>();
        private boolean broken;
        private int ends;

        @Override
        public void send(Message message) throws IOException {
            if (broken) {
                throw new IOException("broken pipe");
            }
            received.add(message);
        }

        @Override
        public void end() {
            ends++;
        }
    }

    @Test
    void clientsHearOfTheirExperimentInOrderWithGrowingIds() {
        Connection one = new Connection();
        Connection second = new Connection();
        Connection other = new Connection();
        hub.add(ONE, one);
        hub.add(ONE, second);
        hub.add(OTHER, other);
        IntStream.range(0, 10).forEach(i -> stream.publish(event(ONE, i)));
        runAll();
        assertThat(one.received).hasSize(10).isEqualTo(second.received);
        assertThat(one.received)
                .extracting(message -> message.event().orElseThrow().data().get("number"))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(one.received).extracting(Message::id).isSorted().doesNotHaveDuplicates();
        assertThat(other.received).isEmpty();
    }

    @Test
    void aClientThatIsGoneIsForgottenWithTheNextSignOfLife() {
        Connection gone = new Connection();
        Connection there = new Connection();
        hub.add(ONE, gone);
        hub.add(ONE, there);
        gone.broken = true;
        hub.keepAlive();
        runAll();
        hub.keepAlive();
        runAll();
        assertThat(hub.size()).isEqualTo(1);
        assertThat(gone.ends).isEqualTo(1);
        assertThat(there.received).containsExactly(Message.KEEP_ALIVE, Message.KEEP_ALIVE);
    }

    @Test
    void aClientThatDoesNotKeepUpIsDroppedAndHoldsUpNobody() {
        Connection slow = new Connection();
        hub.add(ONE, slow);
        IntStream.range(0, 5000).forEach(i -> stream.publish(event(ONE, i)));
        runAll();
        assertThat(slow.received).isEmpty();
        assertThat(slow.ends).isEqualTo(1);
        Connection quick = new Connection();
        hub.add(ONE, quick);
        stream.publish(event(ONE, 1));
        runAll();
        assertThat(quick.received).hasSize(1);
    }

    @Test
    void aRemovedClientHearsNothingMore() {
        Connection connection = new Connection();
        EventClient client = hub.add(ONE, connection);
        hub.remove(ONE, client);
        stream.publish(event(ONE, 1));
        runAll();
        assertThat(connection.received).isEmpty();
        assertThat(hub.size()).isZero();
    }

    @Test
    void stoppingEndsTheSubscriptionAndAllClients() {
        Connection connection = new Connection();
        hub.add(ONE, connection);
        hub.stop();
        stream.publish(event(ONE, 1));
        runAll();
        assertThat(connection.received).isEmpty();
        assertThat(connection.ends).isEqualTo(1);
        assertThat(hub.size()).isZero();
    }

    private void runAll() {
        while (!work.isEmpty()) {
            work.poll().run();
        }
    }

    private static ExperimentEvent event(ExperimentId experiment, int number) {
        return new ExperimentEvent(experiment, "trial", Map.of("number", number));
    }
}
