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

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** Does nothing where another node has the experiment, or where it is not active. */
    public void advance(ExperimentId id) {
        experiments.claim(id, experiment -> {
            int slots =
                    experiment.spec().isExternal() ? 0 : experiment.editable().parallelism();
            turn(experiment, pending -> slots - pending, this::submit);
        });
    }

    /**
     * One turn of an experiment that the caller holds.
     *
     * @param wanted how many new trials there may be at most, where so many are pending
     * @param handOver stores a proposed trial and sees that it is evaluated; gives the trial as it stands then
     * @return the new trials that were handed over
     */
    List<Trial> turn(Experiment claimed, IntUnaryOperator wanted, UnaryOperator<Trial> handOver) {
        try {
            return fill(claimed, wanted, handOver);
        } catch (StrategyFailed e) {
            LOG.log(Level.ERROR, "experiment " + claimed.id() + " cannot go on", e);
            end(claimed, Ending.strategyFailed(e));
            return List.of();
        }
    }

    private List<Trial> fill(Experiment claimed, IntUnaryOperator wanted, UnaryOperator<Trial> handOver) {
        Experiment experiment = claimed.state() == ExperimentState.QUEUED ? begin(claimed) : claimed;
        if (!experiment.state().isActive()) {
            return List.of();
        }
        List<Trial> recorded = new ArrayList<>(histories.recorded(experiment.id()));
        List<Trial> pending = new ArrayList<>(trials.unfinished(experiment.id()));
        List<Trial> given = new ArrayList<>();
        int free = wanted.applyAsInt(pending.size());
        int number = trials.lastNumber(experiment.id());

        for (int settled = 0; settled < SETTLED_PER_TURN; ) {
            Optional<Ending> ending = Ending.of(experiment, recorded, pending, number, clock.instant());
            if (ending.isPresent()) {
                end(experiment, ending.get());
                return given;
            }
            if (given.size() >= free || !mayPropose(experiment, number)) {
                return given;
            }
            TrialHistory history = new TrialHistory(
                    experiment.id(), experiment.spec().problem(), List.copyOf(recorded), List.copyOf(pending));
            Optional<ProposeTrial.Proposed> next = propose.next(experiment, history, number + 1);
            if (next.isEmpty()) {
                if (pending.isEmpty()) {
                    end(experiment, Ending.spaceExhausted());
                }
                return given;
            }
            if (ProposeTrial.waits(experiment.spec(), history, next.get().trial())) {
                return given;
            }
            number++;
            if (next.get().settled().isPresent()) {
                recorded.add(settle(next.get().trial(), next.get().settled().get()));
                settled++;
            } else {
                given.add(handOver.apply(next.get().trial()));
                pending.add(given.get(given.size() - 1));
            }
        }
        return given;
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

    private Trial settle(Trial trial, TrialOutcome outcome) {
        trials.add(trial);
        Trial recorded = trials.record(trial.id(), 0, outcome, clock.instant()).orElseThrow();
        events.publish(ExperimentEvent.trial(recorded));
        return recorded;
    }

    private Trial submit(Trial trial) {
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
