package dev.skyline.search;

import dev.skyline.execution.TrialExecutor;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Trials;

/**
 * Hands every unfinished trial to the executor again. Handing over one that is known already does nothing, so this may
 * run at every start, and at any time. Trials in the hands of clients are left to their leases.
 */
public final class RecoverLostTrials {

    private final Experiments experiments;
    private final Trials trials;
    private final TrialExecutor executor;

    public RecoverLostTrials(Experiments experiments, Trials trials, TrialExecutor executor) {
        this.experiments = experiments;
        this.trials = trials;
        this.executor = executor;
    }

    public void recover() {
        for (ExperimentId id : experiments.unfinished()) {
            boolean here = experiments
                    .find(id)
                    .filter(experiment -> !experiment.spec().isExternal())
                    .isPresent();
            if (here) {
                trials.unfinished(id).forEach(trial -> executor.submit(trial.id()));
            }
        }
    }
}
