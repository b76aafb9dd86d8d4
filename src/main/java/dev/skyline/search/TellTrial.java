package dev.skyline.search;

import dev.skyline.estimator.EpochReport;
import dev.skyline.estimator.ExternalSettings.EarlyStopping;
import dev.skyline.estimator.MedianStopping;
import dev.skyline.execution.LearningCurves;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentEvents;
import dev.skyline.experiment.ExperimentNotFound;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Suggestion;
import dev.skyline.experiment.Suggestions;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialNotFound;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.experiment.Trials;

import java.time.Clock;
import java.util.Optional;

/** Takes what clients tell of the trials that they were given. */
public final class TellTrial {

    private final Experiments experiments;
    private final Trials trials;
    private final Suggestions suggestions;
    private final LearningCurves curves;
    private final ServeClients clients;
    private final ExperimentEvents events;
    private final Clock clock;

    /**
     * What a client should do next.
     *
     * @param reason why it should stop, for programs
     */
    public record Answer(boolean stop, Optional<String> reason) {

        static final Answer GO_ON = new Answer(false, Optional.empty());

        static Answer stop(String reason) {
            return new Answer(true, Optional.of(reason));
        }
    }

    /** Understands what was told of a trial. */
    @FunctionalInterface
    public interface Outcome {

        /**
         * May run several times, in the experiment's transaction: quick and without side effects. What it throws is thrown
         * to who told it.
         */
        TrialOutcome of(Experiment experiment, Trial trial);
    }

    public TellTrial(
            Experiments experiments,
            Trials trials,
            Suggestions suggestions,
            LearningCurves curves,
            ServeClients clients,
            ExperimentEvents events,
            Clock clock) {
        this.experiments = experiments;
        this.trials = trials;
        this.suggestions = suggestions;
        this.curves = curves;
        this.clients = clients;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A point of the learning curve; prolongs the lease.
     *
     * @param client who tells it, where it says so
     * @return whether to go on: not where the trial has ended, is another's by now, or promises nothing
     */
    public Answer epoch(TrialId id, Optional<String> client, EpochReport report) {
        Experiment experiment = external(id);
        Trial trial = trials.find(id).orElseThrow();
        if (trial.state().isFinished()) {
            return Answer.stop("TrialEnded");
        }
        Suggestion holder = suggestions.find(id).orElseThrow();
        if (client.isPresent() && !client.get().equals(holder.client())) {
            return Answer.stop("LeaseLost");
        }
        suggestions.put(new Suggestion(id, holder.client(), clock.instant().plus(External.lease(experiment.spec()))));
        curves.add(id, trial.attempt(), report);
        events.publish(EpochEvent.of(id, report));
        return External.settings(experiment.spec()).earlyStopping() == EarlyStopping.MEDIAN
                        && promisesNothing(id, report)
                ? Answer.stop("BelowMedian")
                : Answer.GO_ON;
    }

    /**
     * The end of a trial, recorded once. Telling the same again is answered in the same way.
     *
     * @param client who tells it, where it says so
     * @throws TrialNotHeld where it has ended otherwise, or is another client's by now
     */
    public Trial complete(TrialId id, Optional<String> client, TrialOutcome outcome) {
        return complete(id, client, (experiment, trial) -> outcome);
    }

    /**
     * As above, where what was told has to be understood first. So a client's call needs no reading of its own.
     *
     * @throws TrialNotFound where there is no such trial
     */
    public Trial complete(TrialId id, Optional<String> client, Outcome outcome) {
        return clients.serve(id.experiment(), new ClientCall.Tell(id, client, outcome));
    }

    private boolean promisesNothing(TrialId id, EpochReport report) {
        double best =
                curves.of(id).stream().mapToDouble(EpochReport::accuracy).max().orElse(report.accuracy());
        return MedianStopping.stops(best, curves.averages(id.experiment(), report.epoch()));
    }

    private Experiment external(TrialId id) {
        Experiment experiment =
                experiments.find(id.experiment()).orElseThrow(() -> new ExperimentNotFound(id.experiment()));
        if (!experiment.spec().isExternal()) {
            throw new NotExternal(id.experiment());
        }
        return experiment;
    }
}
