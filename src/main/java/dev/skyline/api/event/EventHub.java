package dev.skyline.api.event;

import dev.skyline.experiment.EventStream;
import dev.skyline.experiment.ExperimentEvent;
import dev.skyline.experiment.ExperimentId;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands the events of all nodes to the clients that watch. The thread of the stream only puts an event into the queues of
 * those concerned.
 */
final class EventHub {

    private final Map<ExperimentId, Set<EventClient>> clients = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final Executor executor;
    private Optional<EventStream.Subscription> subscription = Optional.empty();

    /** @param executor whose threads may wait for slow clients */
    EventHub(Executor executor) {
        this.executor = executor;
    }

    synchronized void start(EventStream stream) {
        subscription = Optional.of(stream.subscribe(this::publish));
    }

    /** Has a client watch an experiment from now on. */
    EventClient add(ExperimentId experiment, EventClient.Connection connection) {
        EventClient client = new EventClient(connection, executor);
        clients.compute(experiment, (id, watching) -> {
            Set<EventClient> all = watching == null ? ConcurrentHashMap.newKeySet() : watching;
            all.add(client);
            return all;
        });
        return client;
    }

    void remove(ExperimentId experiment, EventClient client) {
        client.end();
        clients.computeIfPresent(experiment, (id, watching) -> {
            watching.remove(client);
            return watching.isEmpty() ? null : watching;
        });
    }

    /** An event for one client alone. */
    void tell(EventClient client, ExperimentEvent event) {
        client.send(Message.of(lastId.incrementAndGet(), event));
    }

    /** A sign of life to every client, by which those that are gone are noticed. */
    void keepAlive() {
        clients.forEach((experiment, watching) -> watching.forEach(client -> {
            client.send(Message.KEEP_ALIVE);
            if (client.isEnded()) {
                remove(experiment, client);
            }
        }));
    }

    int size() {
        return clients.values().stream().mapToInt(Set::size).sum();
    }

    /** Ends the subscription and all clients. */
    synchronized void stop() {
        subscription.ifPresent(EventStream.Subscription::close);
        subscription = Optional.empty();
        clients.values().forEach(watching -> watching.forEach(EventClient::end));
        clients.clear();
    }

    private void publish(ExperimentEvent event) {
        Message message = Message.of(lastId.incrementAndGet(), event);
        clients.getOrDefault(event.experiment(), Set.of()).forEach(client -> client.send(message));
    }
}
