package dev.skyline.experiment;

import java.util.function.Consumer;

/** The events of all nodes, as they come. */
public interface EventStream {

    /**
     * Hands every event from now on to the subscriber, on a thread of the stream: the subscriber must be quick.
     *
     * @return ends the subscription when closed
     */
    Subscription subscribe(Consumer<ExperimentEvent> subscriber);

    /** A running subscription. */
    interface Subscription extends AutoCloseable {

        @Override
        void close();
    }
}
