package dev.skyline.strategy.policy;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.metric.Score;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.SearchSpace.Encodable;
import dev.skyline.strategy.Foresight;
import dev.skyline.strategy.Proposal;
import dev.skyline.strategy.Replay;
import dev.skyline.strategy.Untried;
import dev.skyline.strategy.surrogate.Observation;

import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Samples from a policy that has learnt from each recorded trial, in the order of their outcomes. A trial's reward is
 * weighed against those before it when it is taken in, so that the controller is a function of the recorded trials.
 *
 * @param settings of the strategy, by which its controllers are remembered
 * @param weights of the objectives in the reward
 * @param decay of the running mean of rewards that is the baseline
 */
record PolicySearch(
        Record settings,
        Policy policy,
        double[] weights,
        double learningRate,
        double decay,
        boolean repeats,
        Foresight foresight) {

    /** Samples that are tried where the space excludes combinations of options. */
    private static final int TRIES = 20;

    /** Samples that may have been tried; a policy that has settled is then passed over for one proposal. */
    private static final int DRAWS = 40;

    /** Shared, as strategies are made anew for every proposal. */
    private static final Replay<Learnt> LEARNT = new Replay<>();

    private record Learnt(Rewards rewards, Optional<Controller> controller) {

        static final Learnt NOTHING = new Learnt(Rewards.NONE, Optional.empty());
    }

    List<Proposal> propose(SearchSpace space, TrialHistory history, int count, RandomGenerator random) {
        Learnt learnt = LEARNT.ofAll(
                history, settings, Learnt.NOTHING, (before, added) -> after(before, (Encodable) space, history, added));
        double[] parameters = learnt.controller()
                .orElseGet(() -> Controller.initial(policy, 0))
                .parameters();
        Untried untried = new Untried(history, repeats, foresight);
        for (int i = 0; i < count; i++) {
            PrimitiveIterator.OfInt draws =
                    IntStream.iterate(0, draw -> draw + 1).iterator();
            untried.addFirstOf(() -> Proposal.of(
                    draws.nextInt() < DRAWS ? sample((Encodable) space, parameters, random) : space.sample(random)));
        }
        return untried.proposals();
    }

    private Learnt after(Learnt before, Encodable space, TrialHistory history, List<Trial> added) {
        Rewards rewards = before.rewards();
        Controller controller = before.controller()
                .map(Controller::copy)
                .orElseGet(() -> Controller.initial(policy, seed(added.get(0).architecture())));
        for (Trial trial : added) {
            Score score =
                    Observation.of(trial, history.problem(), new double[0]).score();
            rewards = rewards.with(score);
            controller = controller.updated(
                    policy, space.choices(trial.architecture()), rewards.of(score, weights), learningRate, decay);
        }
        return new Learnt(rewards, Optional.of(controller));
    }

    /** Of the first trial, so of the experiment's seed. */
    private static long seed(Architecture first) {
        return Long.parseUnsignedLong(first.id().value().substring(0, 16), 16);
    }

    private Architecture sample(Encodable space, double[] parameters, RandomGenerator random) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Architecture> architecture = space.architecture(policy.sample(parameters, random));
            if (architecture.isPresent()) {
                return architecture.get();
            }
        }
        return space.sample(random);
    }
}
