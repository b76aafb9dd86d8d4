package dev.skyline.experiment;

import java.util.UUID;

/** Identity of an experiment. */
public record ExperimentId(UUID value) {

    public static ExperimentId random() {
        return new ExperimentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
