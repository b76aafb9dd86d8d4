package dev.skyline.search;

import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.experiment.TrialState;
import dev.skyline.experiment.Trials;
import dev.skyline.metric.Constraint;
import dev.skyline.strategy.Proposal;

import java.time.Clock;
import java.util.Optional;

/**
 * Asks the strategy for one trial and settles what needs no training: an architecture that breaks a constraint known
 * beforehand is replaced by another proposal, or by a feasible one nearby; so is one that is being evaluated; and one that
 * was evaluated before is remembered.
 */
public final class ProposeTrial {

    /** Proposals that are looked at for one that is not being evaluated. */
    private static final int TRIES = 50;

    /** Strategies pass over what they know to be infeasible; one that proposes it all the same has found nothing else. */
    private static final int INFEASIBLE = 3;

    private final Catalogue catalogue;
    private final Trials trials;
    private final Clock clock;

    /**
     * @param trial ready to be stored
     * @param settled its outcome, where it needs no evaluation
     */
    record Proposed(Trial trial, Optional<TrialOutcome> settled) {}

    public ProposeTrial(Catalogue catalogue, Trials trials, Clock clock) {
        this.catalogue = catalogue;
        this.trials = trials;
        this.clock = clock;
    }

    /** To be kept for the proposals of one turn: a space of a document takes up to tens of milliseconds to make. */
    SearchSetup setup(ExperimentSpec spec) {
        return SearchSetup.of(spec, catalogue);
    }

    /**
     * The next trial, or empty where the strategy has none. Depends on the spec, the history and the number alone.
     *
     * @param setup of the experiment's spec
     */
    Optional<Proposed> next(Experiment experiment, SearchSetup setup, TrialHistory history, int number) {
        Optional<Proposal> last = Optional.empty();
        int infeasible = 0;
        for (int attempt = 0; attempt < TRIES && infeasible < INFEASIBLE; attempt++) {
            Optional<Proposal> proposal = propose(experiment, setup, history, number, attempt);
            if (proposal.isEmpty()) {
                break;
            }
            last = proposal;
            Proposed proposed = proposed(experiment, setup, history, number, last.get());
            if (!isInfeasible(proposed) && !waits(experiment.spec(), history, proposed.trial())) {
                return Optional.of(proposed);
            }
            if (breaksLimit(experiment.spec(), proposed.trial())) {
                infeasible++;
            }
        }
        return last.map(proposal ->
                proposed(experiment, setup, history, number, repaired(experiment.spec(), setup, number, proposal)));
    }

    private static Optional<Proposal> propose(
            Experiment experiment, SearchSetup setup, TrialHistory history, int number, int attempt) {
        try {
            return setup
                    .strategy()
                    .propose(
                            setup.space(),
                            history,
                            1,
                            Seeds.proposal(experiment.spec().seed(), number, attempt))
                    .stream()
                    .findFirst();
        } catch (RuntimeException e) {
            throw new StrategyFailed(experiment.spec().strategy().type(), e);
        }
    }

    private static Proposal repaired(ExperimentSpec spec, SearchSetup setup, int number, Proposal proposal) {
        return setup.beforehand()
                .feasibility(spec.problem().constraints())
                .repaired(proposal.architecture(), Seeds.proposal(spec.seed(), number, TRIES))
                .map(proposal::with)
                .orElse(proposal);
    }

    private Proposed proposed(
            Experiment experiment, SearchSetup setup, TrialHistory history, int number, Proposal proposal) {
        Beforehand beforehand = setup.beforehand();
        Trial trial = Trial.proposed(
                new TrialId(experiment.id(), number),
                proposal.architecture(),
                proposal.parent(),
                proposal.fidelity().orElseGet(setup.estimator()::fullFidelity),
                beforehand.costs(proposal.architecture()),
                history.sequence(),
                clock.instant());
        return new Proposed(trial, settled(experiment.spec(), beforehand, history, trial));
    }

    private Optional<TrialOutcome> settled(
            ExperimentSpec spec, Beforehand beforehand, TrialHistory history, Trial trial) {
        Optional<Constraint> broken = spec.problem().broken(trial.measurements());
        if (broken.isPresent()) {
            return broken.map(TrialOutcome::infeasible);
        }
        Optional<TrialOutcome> known = beforehand.outcome(trial);
        if (known.isPresent() || !spec.memory()) {
            return known;
        }
        return earlier(spec, history, trial)
                .map(TrialOutcome::remembered)
                .map(outcome -> Aggregated.outcome(spec.problem(), trial, outcome));
    }

    /** How clients evaluate is not known here, so what was told in another experiment may not hold in this one. */
    private Optional<Trial> earlier(ExperimentSpec spec, TrialHistory history, Trial trial) {
        return spec.isExternal()
                ? history.recorded().stream()
                        .filter(t -> t.state().isEvaluated()
                                && t.architecture()
                                        .id()
                                        .equals(trial.architecture().id())
                                && t.fidelity().equals(trial.fidelity()))
                        .findFirst()
                : trials.remembered(spec.terms(), trial.architecture().id(), trial.fidelity());
    }

    /** The same thing is never trained twice: its result will soon be remembered. */
    static boolean waits(ExperimentSpec spec, TrialHistory history, Trial trial) {
        return spec.memory()
                && history.pending().stream()
                        .anyMatch(other -> other.architecture()
                                        .id()
                                        .equals(trial.architecture().id())
                                && other.fidelity().equals(trial.fidelity()));
    }

    private static boolean breaksLimit(ExperimentSpec spec, Trial trial) {
        return spec.problem().broken(trial.measurements()).isPresent();
    }

    private static boolean isInfeasible(Proposed proposed) {
        return proposed.settled()
                .filter(outcome -> outcome.state() == TrialState.INFEASIBLE)
                .isPresent();
    }
}
