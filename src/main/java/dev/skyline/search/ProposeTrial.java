package dev.skyline.search;

import dev.skyline.architecture.Architecture;
import dev.skyline.estimator.PerformanceEstimator;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.experiment.Trials;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.Metric.Known;
import dev.skyline.network.Costs;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Proposal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Asks the strategy for one trial and settles what needs no training: an architecture that breaks a constraint known
 * beforehand is replaced by another proposal, and one that was evaluated before is remembered.
 */
public final class ProposeTrial {

    /** Proposals that are looked at before a trial is given up as infeasible. */
    private static final int TRIES = 200;

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

    /** The next trial, or empty where the strategy has none. Depends on the spec, the history and the number alone. */
    Optional<Proposed> next(Experiment experiment, TrialHistory history, int number) {
        SearchSetup setup = SearchSetup.of(experiment.spec(), catalogue);
        Optional<Proposed> last = Optional.empty();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Optional<Proposed> proposed = propose(experiment, setup, history, number, attempt);
            if (proposed.isEmpty()) {
                return last;
            }
            last = proposed;
            if (last.get().settled().isEmpty() || !isInfeasible(last.get())) {
                return last;
            }
        }
        return last;
    }

    private Optional<Proposed> propose(
            Experiment experiment, SearchSetup setup, TrialHistory history, int number, int attempt) {
        Proposal proposal;
        Measurements costs;
        try {
            List<Proposal> proposals = setup.strategy()
                    .propose(
                            setup.space(),
                            history,
                            1,
                            Seeds.proposal(experiment.spec().seed(), number, attempt));
            if (proposals.isEmpty()) {
                return Optional.empty();
            }
            proposal = proposals.get(0);
            costs = costs(setup.space(), proposal.architecture());
        } catch (RuntimeException e) {
            throw new StrategyFailed(experiment.spec().strategy().type(), e);
        }
        Fidelity fidelity = proposal.fidelity().orElseGet(setup.estimator()::fullFidelity);
        Optional<Answer> answer = setup.estimator() instanceof PerformanceEstimator.Immediate immediate
                ? Optional.of(Answer.of(immediate.lookUp(proposal.architecture(), fidelity), experiment.spec()))
                : Optional.empty();
        Trial trial = Trial.proposed(
                new TrialId(experiment.id(), number),
                proposal.architecture(),
                proposal.parent(),
                fidelity,
                answer.map(Answer::beforehand).map(costs::plus).orElse(costs),
                history.sequence(),
                clock.instant());
        return Optional.of(new Proposed(
                trial,
                broken(experiment.spec(), trial)
                        .or(() -> answer.map(Answer::outcome))
                        .or(() -> remembered(experiment.spec(), trial))));
    }

    /**
     * What an estimator that need not estimate says.
     *
     * @param beforehand costs: a constraint on them is checked as one on the network's own is
     */
    private record Answer(Measurements beforehand, TrialOutcome outcome) {

        static Answer of(Optional<Measurements> found, ExperimentSpec spec) {
            if (found.isEmpty()) {
                return new Answer(Measurements.none(), TrialOutcome.notInBenchmark());
            }
            Measurements costs = found.get()
                    .only(key -> key.metric().known() == Known.BEFORE_TRAINING
                            || key.target()
                                    .filter(spec.hardwareTargets()::contains)
                                    .isPresent());
            Measurements results = found.get()
                    .only(key -> key.metric().known() == Known.AFTER_TRAINING
                            || key.metric().known() == Known.REPORTED);
            return new Answer(costs, TrialOutcome.completed(results, Optional.empty()));
        }
    }

    private static Optional<TrialOutcome> broken(ExperimentSpec spec, Trial trial) {
        return spec.problem().broken(trial.measurements()).map(TrialOutcome::infeasible);
    }

    private Optional<TrialOutcome> remembered(ExperimentSpec spec, Trial trial) {
        return spec.memory()
                ? trials.remembered(spec.terms(), trial.architecture().id(), trial.fidelity())
                        .map(TrialOutcome::remembered)
                : Optional.empty();
    }

    private static boolean isInfeasible(Proposed proposed) {
        return !proposed.settled().orElseThrow().state().isEvaluated();
    }

    private static Measurements costs(SearchSpace space, Architecture architecture) {
        if (!space.hasNetworks()) {
            return Measurements.none();
        }
        Costs costs = Costs.of(space.decode(architecture));
        return Measurements.of(
                Measurement.computed(Metric.PARAMETERS, costs.parameters()),
                Measurement.computed(Metric.MACS, costs.macs()),
                Measurement.computed(Metric.MODEL_SIZE, costs.modelSize()),
                Measurement.computed(Metric.PEAK_MEMORY, costs.peakMemory()));
    }
}
