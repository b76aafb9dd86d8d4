package dev.skyline.experiment;

import java.util.List;

/** Carries events to all nodes; within a transaction they go out when it commits. */
@FunctionalInterface
public interface ExperimentEvents {

    void publish(ExperimentEvent event);

    /** As {@link #publish} for each, in this order. */
    default void publishAll(List<ExperimentEvent> events) {
        events.forEach(this::publish);
    }
}
