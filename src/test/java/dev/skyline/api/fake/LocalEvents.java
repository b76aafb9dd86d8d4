package dev.skyline.api.fake;

import dev.skyline.experiment.EventStream;
import dev.skyline.experiment.ExperimentEvent;
import dev.skyline.experiment.ExperimentEvents;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Events of this process alone, delivered on the publisher's thread. */
public final class LocalEvents implements ExperimentEvents, EventStream {

    private final List<Consumer<ExperimentEvent>> subscribers = new CopyOnWriteArrayList<>();

    @Override
    public void publish(ExperimentEvent event) {
        subscribers.forEach(subscriber -> subscriber.accept(event));
    }

    @Override
    public Subscription subscribe(Consumer<ExperimentEvent> subscriber) {
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }
}
