package dev.skyline.search;

import dev.skyline.execution.TrialExecutor;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.Trials;

import java.time.Clock;
import java.util.List;

/**
 * Hands every unfinished trial to the executor again. Handing over one that is known already does nothing, so this may
 * run at every start, and at any time. Trials in the hands of clients are left to their leases.
 */
public final class RecoverLostTrials {

    private final Experiments experiments;
    private final Trials trials;
    private final TrialExecutor executor;
    private final Setbacks setbacks;

    public RecoverLostTrials(Experiments experiments, Trials trials, TrialExecutor executor, Clock clock) {
        this.experiments = experiments;
        this.trials = trials;
        this.executor = executor;
        this.setbacks = new Setbacks("to recover the trials of experiment", clock);
    }

    public void recover() {
        for (ExperimentId id : experiments.unfinished()) {
            setbacks.attempt(id, () -> recover(id));
        }
    }

    /** @return how many trials were handed over */
    private int recover(ExperimentId id) {
        boolean here = experiments
                .find(id)
                .filter(experiment -> !experiment.spec().isExternal())
                .isPresent();
        List<Trial> lost = here ? trials.unfinished(id) : List.of();
        lost.forEach(trial -> executor.submit(trial.id()));
        return lost.size();
    }
}
