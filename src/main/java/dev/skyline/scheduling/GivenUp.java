package dev.skyline.scheduling;

import dev.skyline.experiment.ExperimentEvent;
import dev.skyline.experiment.ExperimentEvents;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.experiment.Trials;

import java.time.Clock;

/** Ends trials that the service, by faults of its own, could not run. */
public final class GivenUp {

    private static final String CODE = "ServiceFault";

    private final Trials trials;
    private final ExperimentEvents events;
    private final Clock clock;

    public GivenUp(Trials trials, ExperimentEvents events, Clock clock) {
        this.trials = trials;
        this.events = events;
        this.clock = clock;
    }

    void giveUp(TrialId id, Throwable fault) {
        trials.find(id)
                .map(Trial::attempt)
                .flatMap(attempt ->
                        trials.record(id, attempt, TrialOutcome.failed(CODE, String.valueOf(fault)), clock.instant()))
                .map(ExperimentEvent::trial)
                .ifPresent(events::publish);
    }
}
