package dev.skyline.experiment;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Hands what is published to the subscribers at once, on the publisher's thread, and remembers it. */
public final class InMemoryEvents implements ExperimentEvents, EventStream {

    private final List<Consumer<ExperimentEvent>> subscribers = new CopyOnWriteArrayList<>();
    private final List<ExperimentEvent> published = new CopyOnWriteArrayList<>();

    @Override
    public void publish(ExperimentEvent event) {
        published.add(event);
        subscribers.forEach(subscriber -> subscriber.accept(event));
    }

    @Override
    public Subscription subscribe(Consumer<ExperimentEvent> subscriber) {
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    public List<ExperimentEvent> published() {
        return List.copyOf(published);
    }
}
