package dev.skyline.experiment;

/** Carries events to all nodes; within a transaction they go out when it commits. */
@FunctionalInterface
public interface ExperimentEvents {

    void publish(ExperimentEvent event);
}
