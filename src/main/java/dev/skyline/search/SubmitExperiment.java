package dev.skyline.search;

import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentEvent;
import dev.skyline.experiment.ExperimentEvents;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.experiment.Experiments;

import java.time.Clock;
import java.util.List;

/** Checks a draft, stores it as an experiment, and has it begun. */
public final class SubmitExperiment {

    private final CheckDraft check;
    private final Experiments experiments;
    private final ExperimentEvents events;
    private final Clock clock;

    public SubmitExperiment(CheckDraft check, Experiments experiments, ExperimentEvents events, Clock clock) {
        this.check = check;
        this.experiments = experiments;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @return the stored experiment; a node begins it within its next tick
     * @throws InvalidExperiment with all faults; nothing is stored then
     */
    public Experiment submit(Draft draft) {
        CheckDraft.Checked checked = check.check(draft);
        Experiment experiment = made(checked.spec(), checked.editable(), draft.start());
        experiments.add(experiment);
        announce(List.of(experiment));
        return experiment;
    }

    /** An experiment that is not stored yet; whoever stores it announces it. */
    Experiment made(ExperimentSpec spec, Experiment.Editable editable, boolean start) {
        return Experiment.submitted(ExperimentId.random(), spec, editable, start, clock.instant());
    }

    /** To be called once they are stored. */
    void announce(List<Experiment> stored) {
        events.publishAll(stored.stream().map(ExperimentEvent::state).toList());
    }
}
