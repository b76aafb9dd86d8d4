package dev.skyline.search;

import dev.skyline.experiment.End;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentEvent;
import dev.skyline.experiment.ExperimentEvents;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentNotFound;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Trials;

import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a user may do to a submitted experiment. Each call is refused with {@code IllegalTransition} where the
 * experiment's state does not allow it, and with {@code ExperimentNotFound} where it is gone.
 */
public final class ControlExperiment {

    private final Experiments experiments;
    private final Trials trials;
    private final Histories histories;
    private final AdvanceExperiment advance;
    private final RemoveModels models;
    private final ExperimentEvents events;
    private final Clock clock;

    public ControlExperiment(
            Experiments experiments,
            Trials trials,
            Histories histories,
            AdvanceExperiment advance,
            RemoveModels models,
            ExperimentEvents events,
            Clock clock) {
        this.experiments = experiments;
        this.trials = trials;
        this.histories = histories;
        this.advance = advance;
        this.models = models;
        this.events = events;
        this.clock = clock;
    }

    /** No new trials; running ones finish. */
    public Experiment pause(ExperimentId id) {
        return change(id, experiment -> experiment.paused(clock.instant()));
    }

    public Experiment resume(ExperimentId id) {
        Experiment resumed = change(id, Experiment::resumed);
        advance.advance(id);
        return experiments.find(id).orElse(resumed);
    }

    /** No new trials; the experiment ends SUCCEEDED once the running ones have finished. */
    public Experiment stop(ExperimentId id) {
        Experiment stopping = change(
                id, experiment -> experiment.stopping(new End("Stopped", "stopped on request"), clock.instant()));
        advance.advance(id);
        return experiments.find(id).orElse(stopping);
    }

    /** Ends it now; running trials are cancelled. */
    public Experiment cancel(ExperimentId id) {
        End why = new End("Cancelled", "cancelled on request");
        return change(id, experiment -> {
            Experiment cancelled = experiment.finished(ExperimentState.CANCELLED, why, clock.instant());
            trials.cancelAll(id, why, clock.instant()).forEach(trial -> events.publish(ExperimentEvent.trial(trial)));
            return cancelled;
        });
    }

    /** Changes name, notes, labels, budget or parallelism. */
    public Experiment edit(ExperimentId id, UnaryOperator<Experiment.Editable> edit) {
        Experiment edited = change(id, experiment -> experiment.edited(edit.apply(experiment.editable())));
        advance.advance(id);
        return experiments.find(id).orElse(edited);
    }

    /** Removes it with its trials and their model files; a running one is cancelled first. */
    public void delete(ExperimentId id) {
        Experiment experiment = experiments.find(id).orElseThrow(() -> new ExperimentNotFound(id));
        if (!experiment.state().isFinished()) {
            cancel(id);
        }
        List<String> trained = trials.recordedAfter(id, 0).stream()
                .flatMap(trial -> trial.model().stream())
                .toList();
        experiments.delete(id);
        histories.forget(id);
        models.remove(trained);
    }

    private Experiment change(ExperimentId id, UnaryOperator<Experiment> change) {
        return experiments.change(id, experiment -> {
            Experiment changed = change.apply(experiment);
            events.publish(ExperimentEvent.state(changed));
            return changed;
        });
    }
}
