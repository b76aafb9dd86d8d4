package dev.skyline.api.trial;

import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentNotFound;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialNotFound;
import dev.skyline.experiment.Trials;
import org.springframework.stereotype.Component;

import java.util.UUID;

/** Finds what a path names, or refuses the request. */
@Component
public class TrialReader {

    private final Experiments experiments;
    private final Trials trials;

    TrialReader(Experiments experiments, Trials trials) {
        this.experiments = experiments;
        this.trials = trials;
    }

    /**
     * @throws ExperimentNotFound where it is not there
     */
    public Experiment experiment(UUID id) {
        ExperimentId experiment = new ExperimentId(id);
        return experiments.find(experiment).orElseThrow(() -> new ExperimentNotFound(experiment));
    }

    /**
     * @throws TrialNotFound where it is not there
     */
    public Trial trial(Experiment experiment, int number) {
        TrialId trial = new TrialId(experiment.id(), number);
        return trials.find(trial).orElseThrow(() -> new TrialNotFound(trial));
    }
}
