package dev.skyline.api.event;

import dev.skyline.experiment.ExperimentEvent;

import java.util.Optional;

/**
 * What is sent to clients: an event, or a sign of life.
 *
 * @param id grows by the order in which this node heard of events
 */
record Message(long id, Optional<ExperimentEvent> event) {

    static final Message KEEP_ALIVE = new Message(0, Optional.empty());

    static Message of(long id, ExperimentEvent event) {
        return new Message(id, Optional.of(event));
    }
}
