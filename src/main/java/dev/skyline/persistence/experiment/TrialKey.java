package dev.skyline.persistence.experiment;

import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.TrialId;
import jakarta.persistence.Embeddable;

import java.util.UUID;

@Embeddable
record TrialKey(UUID experimentId, int number) {

    static TrialKey of(TrialId id) {
        return new TrialKey(id.experiment().value(), id.number());
    }

    TrialId toId() {
        return new TrialId(new ExperimentId(experimentId), number);
    }
}
