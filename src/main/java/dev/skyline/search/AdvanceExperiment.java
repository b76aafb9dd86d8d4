package dev.skyline.search;

import dev.skyline.architecture.Architecture;
import dev.skyline.execution.TrialExecutor;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentEvent;
import dev.skyline.experiment.ExperimentEvents;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.experiment.Trials;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The loop of every search, one turn: claim the experiment, see what has been found, end it or fill its free slots with
 * new trials. Nodes may call it as often and as concurrently as they like; one turn is one transaction.
 */
public final class AdvanceExperiment {

    /** Trials settled without training (infeasible, remembered) in one turn, so that a transaction stays short. */
    private static final int SETTLED_PER_TURN = 50;

    private static final Logger LOG = System.getLogger(AdvanceExperiment.class.getName());

    private final Experiments experiments;
    private final Trials trials;
    private final Histories histories;
    private final ProposeTrial propose;
    private final TrialExecutor executor;
    private final ExperimentEvents events;
    private final Clock clock;

    public AdvanceExperiment(
            Experiments experiments,
            Trials trials,
            Histories histories,
            ProposeTrial propose,
            TrialExecutor executor,
            ExperimentEvents events,
            Clock clock) {
        this.experiments = experiments;
        this.trials = trials;
        this.histories = histories;
        this.propose = propose;
        this.executor = executor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Does nothing where another node has the experiment, or where it is not active.
     *
     * @return whether the next turn may follow at once: this one was only ended to keep it short
     */
    public boolean advance(ExperimentId id) {
        AtomicBoolean more = new AtomicBoolean();
        experiments.claim(id, experiment -> more.set(turn(experiment)));
        return more.get();
    }

    private boolean turn(Experiment claimed) {
        Experiment experiment = claimed.state() == ExperimentState.QUEUED ? begin(claimed) : claimed;
        if (!experiment.state().isActive()) {
            return false;
        }
        Turn turn = new Turn(
                experiment,
                new ArrayList<>(histories.recorded(experiment.id())),
                new ArrayList<>(trials.unfinished(experiment.id())),
                trials.lastNumber(experiment.id()));
        Optional<Ending> ending;
        try {
            ending = turn.fillSlots();
        } catch (StrategyFailed e) {
            LOG.log(Level.ERROR, "experiment " + experiment.id() + " cannot go on", e);
            ending = Optional.of(Ending.strategyFailed(e));
        }
        turn.store();
        ending.ifPresent(end -> end(experiment, end));
        return ending.isEmpty() && turn.settled == SETTLED_PER_TURN;
    }

    /** What one turn knows of the experiment, and the trials that it has settled and not yet stored. */
    private final class Turn {

        private final Experiment experiment;
        private final List<Trial> recorded;
        private final List<Trial> pending;
        private final List<Trial> unsaved = new ArrayList<>();
        private int number;
        private int settled;

        Turn(Experiment experiment, List<Trial> recorded, List<Trial> pending, int number) {
            this.experiment = experiment;
            this.recorded = recorded;
            this.pending = pending;
            this.number = number;
        }

        /** Proposes trials until the slots are full, or the turn is; tells where the experiment has to end. */
        Optional<Ending> fillSlots() {
            while (settled < SETTLED_PER_TURN) {
                Optional<Ending> ending = Ending.of(experiment, recorded, pending, number, clock.instant());
                if (ending.isPresent() || !wantsMore(experiment, pending.size(), number)) {
                    return ending;
                }
                Optional<ProposeTrial.Proposed> next = propose.next(experiment, history(), number + 1);
                if (next.isEmpty()) {
                    return pending.isEmpty() ? Optional.of(Ending.spaceExhausted()) : Optional.empty();
                }
                Trial trial = next.get().trial();
                Optional<TrialOutcome> outcome = next.get().settled();
                if (experiment.spec().memory() && isPending(trial.architecture(), pending)) {
                    return Optional.empty();
                }
                number++;
                if (outcome.isPresent()) {
                    settle(trial, outcome.get());
                } else {
                    store();
                    pending.add(handOver(trial));
                }
            }
            return Optional.empty();
        }

        private TrialHistory history() {
            return new TrialHistory(
                    experiment.id(), experiment.spec().problem(), List.copyOf(recorded), List.copyOf(pending));
        }

        /** The claim keeps others from recording, so the next sequence number is this turn's to give. */
        private void settle(Trial trial, TrialOutcome outcome) {
            long sequence = recorded.isEmpty()
                    ? 1
                    : recorded.get(recorded.size() - 1).sequence().orElseThrow() + 1;
            Trial done = trial.recorded(outcome, sequence, clock.instant());
            recorded.add(done);
            unsaved.add(done);
            settled++;
        }

        void store() {
            trials.addAll(unsaved);
            unsaved.forEach(trial -> events.publish(ExperimentEvent.trial(trial)));
            unsaved.clear();
        }
    }

    private Experiment begin(Experiment queued) {
        Experiment running = queued.started(clock.instant());
        experiments.update(running);
        events.publish(ExperimentEvent.state(running));
        return running;
    }

    private static boolean wantsMore(Experiment experiment, int pending, int number) {
        return experiment.state() == ExperimentState.RUNNING
                && pending < experiment.editable().parallelism()
                && number < experiment.editable().budget().maxTrials();
    }

    /** The same architecture is never trained twice: its result will soon be remembered, so the slot waits for it. */
    private static boolean isPending(Architecture architecture, List<Trial> pending) {
        return pending.stream().anyMatch(trial -> trial.architecture().id().equals(architecture.id()));
    }

    private Trial handOver(Trial trial) {
        trials.add(trial);
        executor.submit(trial.id());
        events.publish(ExperimentEvent.trial(trial));
        return trial;
    }

    private void end(Experiment experiment, Ending ending) {
        Experiment changed = ending.apply(experiment, clock.instant());
        experiments.update(changed);
        if (changed.state().isFinished()) {
            trials.cancelAll(changed.id(), ending.why(), clock.instant())
                    .forEach(trial -> events.publish(ExperimentEvent.trial(trial)));
        }
        events.publish(ExperimentEvent.state(changed));
    }
}
