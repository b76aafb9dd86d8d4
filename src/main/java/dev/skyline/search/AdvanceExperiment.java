package dev.skyline.search;

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
import dev.skyline.metric.Fidelity;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

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
     * @return whether the next turn may follow at once: this one only ended to be short
     */
    public boolean advance(ExperimentId id) {
        AtomicBoolean more = new AtomicBoolean();
        experiments.claim(id, experiment -> {
            int slots =
                    experiment.spec().isExternal() ? 0 : experiment.editable().parallelism();
            Turn turn = turn(
                    experiment,
                    histories.recorded(id),
                    trials.unfinished(id),
                    pending -> slots - pending,
                    UnaryOperator.identity());
            turn.given.forEach(trial -> executor.submit(trial.id()));
            more.set(turn.isCutShort());
        });
        return more.get();
    }

    /**
     * One turn of an experiment that the caller holds.
     *
     * @param recorded all its outcomes by sequence number, stored
     * @param pending its unfinished trials, stored
     * @param wanted how many new trials there may be at most, where so many are pending
     * @param handOver gives a proposed trial as it is to be stored
     */
    Turn turn(
            Experiment claimed,
            List<Trial> recorded,
            List<Trial> pending,
            IntUnaryOperator wanted,
            UnaryOperator<Trial> handOver) {
        Experiment experiment = claimed.state() == ExperimentState.QUEUED ? begin(claimed) : claimed;
        Turn turn = new Turn(experiment, recorded, pending, handOver);
        if (!experiment.state().isActive()) {
            return turn;
        }
        try {
            turn.ending = turn.fill(wanted.applyAsInt(turn.pending.size()));
        } catch (StrategyFailed e) {
            LOG.log(Level.ERROR, "experiment " + experiment.id() + " cannot go on", e);
            turn.ending = Optional.of(Ending.strategyFailed(e));
        }
        turn.store();
        turn.ending.ifPresent(ending ->
                turn.state = end(experiment, ending.explained(experiment.spec().problem(), turn.recorded)));
        return turn;
    }

    /** What one turn knows of the experiment, and the trials that are not stored yet. */
    final class Turn {

        private final Experiment experiment;
        private final UnaryOperator<Trial> handOver;
        private final List<Trial> recorded;
        private final List<Trial> pending;
        private final List<Trial> given = new ArrayList<>();
        private final List<Trial> unsaved = new ArrayList<>();
        private Optional<Ending> ending = Optional.empty();
        private ExperimentState state;
        private int number;
        private int settled;

        private Turn(Experiment experiment, List<Trial> recorded, List<Trial> pending, UnaryOperator<Trial> handOver) {
            this.experiment = experiment;
            this.state = experiment.state();
            this.handOver = handOver;
            this.recorded = new ArrayList<>(recorded);
            this.pending = new ArrayList<>(pending);
            this.number = trials.lastNumber(experiment.id());
        }

        /** The new trials, stored; the caller sees that they are evaluated. */
        List<Trial> given() {
            return given;
        }

        /** Of the experiment, now. */
        ExperimentState state() {
            return state;
        }

        private boolean isCutShort() {
            return ending.isEmpty() && settled == SETTLED_PER_TURN;
        }

        /** Proposes trials until so many are handed over or the turn is full; tells where the experiment has to end. */
        private Optional<Ending> fill(int free) {
            SearchSetup setup = propose.setup(experiment.spec());
            Fidelity full = setup.estimator().fullFidelity();
            while (settled < SETTLED_PER_TURN) {
                Optional<Ending> end = Ending.of(experiment, full, recorded, pending, number, clock.instant());
                if (end.isPresent() || given.size() >= free || !mayPropose(experiment, number)) {
                    return end;
                }
                TrialHistory history = new TrialHistory(
                        experiment.id(), experiment.spec().problem(), List.copyOf(recorded), List.copyOf(pending));
                Optional<ProposeTrial.Proposed> next = propose.next(experiment, setup, history, number + 1);
                if (next.isEmpty()) {
                    return pending.isEmpty() ? Optional.of(Ending.spaceExhausted()) : Optional.empty();
                }
                Trial trial = next.get().trial();
                Optional<TrialOutcome> outcome = next.get().settled();
                if (ProposeTrial.waits(experiment.spec(), history, trial)) {
                    return Optional.empty();
                }
                number++;
                if (outcome.isPresent()) {
                    settle(trial, outcome.get());
                } else {
                    hand(trial);
                }
            }
            return Optional.empty();
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

        private void hand(Trial trial) {
            Trial handed = handOver.apply(trial);
            given.add(handed);
            pending.add(handed);
            unsaved.add(handed);
        }

        /** In the order of their numbers: a parent comes before its children. */
        private void store() {
            if (!unsaved.isEmpty()) {
                trials.addAll(unsaved);
                events.publishAll(unsaved.stream().map(ExperimentEvent::trial).toList());
                unsaved.clear();
            }
        }
    }

    private Experiment begin(Experiment queued) {
        Experiment running = queued.started(clock.instant());
        experiments.update(running);
        events.publish(ExperimentEvent.state(running));
        return running;
    }

    private static boolean mayPropose(Experiment experiment, int number) {
        return experiment.state() == ExperimentState.RUNNING
                && number < experiment.editable().budget().maxTrials();
    }

    private ExperimentState end(Experiment experiment, Ending ending) {
        Experiment changed = ending.apply(experiment, clock.instant());
        experiments.update(changed);
        if (changed.state().isFinished()) {
            trials.cancelAll(changed.id(), ending.why(), clock.instant())
                    .forEach(trial -> events.publish(ExperimentEvent.trial(trial)));
        }
        events.publish(ExperimentEvent.state(changed));
        return changed.state();
    }
}
