package dev.skyline.strategy.bananas;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.metric.Score;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Foresight;
import dev.skyline.strategy.Proposal;
import dev.skyline.strategy.Replay;
import dev.skyline.strategy.StrategyContext;
import dev.skyline.strategy.Untried;
import dev.skyline.strategy.surrogate.Candidates;
import dev.skyline.strategy.surrogate.Observations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * What BANANAS and its kin for several objectives share: random trials first, then rounds in which one predictor, trained
 * on all that was recorded before the round, judges mutants of the best.
 */
final class Rounds {

    /** Shared, as strategies are made anew for every proposal. */
    private static final Replay<Round> ROUNDS = new Replay<>();

    private final Settings settings;
    private final Foresight foresight;
    private final Function<Architecture, double[]> encoding;

    /**
     * @param trials recorded before it
     * @param predictor empty in the first round, of random trials
     */
    private record Round(int trials, Optional<Predictor> predictor) {

        static final Round FIRST = new Round(0, Optional.empty());
    }

    /** A candidate, and what it may be worth: one draw from the belief about it. */
    record Draw(Proposal proposal, Score score) {}

    Rounds(Settings settings, StrategyContext context) {
        SearchSpace.Encodable space = (SearchSpace.Encodable) context.space();
        this.settings = settings;
        this.foresight = context.foresight();
        this.encoding = space instanceof SearchSpace.PathEncodable cells ? cells::encodePaths : space::encode;
    }

    /** @param choice takes one of the draws, of which there is at least one */
    List<Proposal> propose(
            SearchSpace space,
            TrialHistory history,
            int count,
            RandomGenerator random,
            Function<List<Draw>, Draw> choice) {
        Optional<Predictor> predictor = predictor(history);
        if (predictor.isEmpty()) {
            Untried untried = new Untried(history, false, foresight);
            for (int i = 0; i < count; i++) {
                untried.addFirstOf(() -> Proposal.of(space.sample(random)));
            }
            return untried.proposals();
        }
        Observations seen = Observations.of(history, encoding);
        List<Proposal> candidates = new Candidates(space, seen, random, foresight)
                .addMutants(seen.best(settings.parents()), settings.candidates())
                .list();
        List<Draw> draws = new ArrayList<>(candidates.stream()
                .map(proposal -> new Draw(
                        proposal,
                        predictor
                                .get()
                                .of(encoding.apply(proposal.architecture()), foresight.of(proposal.architecture()))
                                .sample(random)))
                .toList());
        List<Proposal> chosen = new ArrayList<>(count);
        while (chosen.size() < count && !draws.isEmpty()) {
            Draw best = choice.apply(draws);
            draws.remove(best);
            chosen.add(best.proposal());
        }
        return chosen;
    }

    private Optional<Predictor> predictor(TrialHistory history) {
        return ROUNDS.ofAll(history, settings, Round.FIRST, (before, added) -> {
                    int recorded = history.recorded().size();
                    int beyond = recorded - settings.initial();
                    int trials = beyond < 0 ? 0 : recorded - beyond % settings.roundSize();
                    return trials == before.trials() ? before : new Round(trials, Optional.of(learnt(history, trials)));
                })
                .predictor();
    }

    private Predictor learnt(TrialHistory history, int trials) {
        List<Trial> before = history.recorded().subList(0, trials);
        TrialHistory then = new TrialHistory(history.experiment(), history.problem(), before, List.of());
        return Predictor.of(settings.shape(), Observations.of(then, encoding).recorded());
    }
}
