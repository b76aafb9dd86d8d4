package dev.skyline.strategy;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Problem;
import dev.skyline.space.SearchSpace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * A search without training: the outcome is a function of the architecture. Trials finish in the order in which they
 * began, once {@code parallelism} of them are under way.
 */
public final class Simulation {

    private static final Instant NOW = Instant.EPOCH;

    private final SearchSpace space;
    private final Problem problem;
    private final Function<Architecture, Measurements> known;
    private final Function<Architecture, TrialOutcome> outcome;
    private final ExperimentId experiment = ExperimentId.random();
    private final List<Trial> recorded = new ArrayList<>();
    private final List<Trial> pending = new ArrayList<>();
    private int number;

    public Simulation(SearchSpace space, Problem problem, Function<Architecture, TrialOutcome> outcome) {
        this(space, problem, architecture -> Measurements.none(), outcome);
    }

    /** @param known measurements had before a trial is evaluated */
    public Simulation(
            SearchSpace space,
            Problem problem,
            Function<Architecture, Measurements> known,
            Function<Architecture, TrialOutcome> outcome) {
        this.space = space;
        this.problem = problem;
        this.known = known;
        this.outcome = outcome;
    }

    /** The recorded trials after {@code trials} proposals. */
    public List<Trial> run(SearchStrategy strategy, int trials, int parallelism, long seed) {
        while (number < trials) {
            propose(strategy, seed);
            if (pending.size() == parallelism) {
                finishFirst();
            }
        }
        while (!pending.isEmpty()) {
            finishFirst();
        }
        return recorded();
    }

    /** One proposal more; its random numbers depend on the seed and the trial's number alone. */
    public Proposal propose(SearchStrategy strategy, long seed) {
        number++;
        Proposal proposal =
                strategy.propose(space, history(), 1, random(seed, number)).get(0);
        pending.add(Trial.proposed(
                new TrialId(experiment, number),
                proposal.architecture(),
                proposal.parent(),
                proposal.fidelity().orElse(Fidelity.epochs(1)),
                known.apply(proposal.architecture()),
                recorded.size(),
                NOW));
        return proposal;
    }

    public void finishFirst() {
        Trial trial = pending.remove(0);
        recorded.add(trial.started(NOW).recorded(outcome.apply(trial.architecture()), recorded.size() + 1, NOW));
    }

    /** As it is now; a later trial does not change it. */
    public TrialHistory snapshot() {
        return new TrialHistory(experiment, problem, List.copyOf(recorded), List.copyOf(pending));
    }

    public List<Trial> recorded() {
        return Collections.unmodifiableList(recorded);
    }

    public static SplittableRandom random(long seed, int number) {
        return new SplittableRandom(new SplittableRandom(seed * 1_000_003 + number).nextLong());
    }

    private TrialHistory history() {
        return new TrialHistory(
                experiment, problem, Collections.unmodifiableList(recorded), Collections.unmodifiableList(pending));
    }
}
