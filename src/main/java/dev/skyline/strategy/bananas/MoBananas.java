package dev.skyline.strategy.bananas;

import dev.skyline.experiment.TrialHistory;
import dev.skyline.metric.CrowdingDistance;
import dev.skyline.metric.NonDominatedSort;
import dev.skyline.plugin.Plugin;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Proposal;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.StrategyContext;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * {@link Bananas} for several objectives, after Izquierdo et al. 2021: a predictor for each objective and constraint;
 * Thompson draws are ranked by constrained domination, then by the room they have in their front (Deb et al. 2002).
 *
 * <p>A round takes its trials from the head of that order. As they are asked for one at a time, each is a random one of
 * the head, as long as a round, of fresh draws: always to take the first would mean the ends of the front alone, as these
 * have unlimited room.
 */
public final class MoBananas implements SearchStrategy {

    private static final String ID = "mo-bananas";

    public static final Plugin<Settings, StrategyContext, SearchStrategy> PLUGIN = new Plugin<>(
            ID,
            "Mutants of the front, judged by an ensemble of neural networks for each objective.",
            "Izquierdo et al. 2021, Bag of Baselines for Multi-objective Joint Neural Architecture Search and"
                    + " Hyperparameter Optimization, ICML AutoML Workshop",
            Settings.class,
            MoBananas::new);

    private final Rounds rounds;
    private final int head;

    MoBananas(Settings settings, StrategyContext context) {
        context.require(SearchSpace.Encodable.class, ID, "learns from architectures as decisions");
        context.require(SearchSpace.Mutable.class, ID, "mutates architectures");
        this.rounds = new Rounds(settings, context);
        this.head = context.problem().isMultiObjective() ? settings.roundSize() : 1;
    }

    @Override
    public List<Proposal> propose(SearchSpace space, TrialHistory history, int count, RandomGenerator random) {
        return rounds.propose(space, history, count, random, draws -> {
            List<Rounds.Draw> first = head(draws);
            return first.get(random.nextInt(first.size()));
        });
    }

    private List<Rounds.Draw> head(List<Rounds.Draw> draws) {
        int[] ranks =
                NonDominatedSort.ranks(draws.stream().map(Rounds.Draw::score).toList());
        List<Rounds.Draw> first = new ArrayList<>(head);
        for (int rank = 0; first.size() < Math.min(head, draws.size()); rank++) {
            int wanted = rank;
            first.addAll(byRoom(IntStream.range(0, ranks.length)
                    .filter(i -> ranks[i] == wanted)
                    .mapToObj(draws::get)
                    .toList()));
        }
        return first.subList(0, Math.min(head, first.size()));
    }

    private static List<Rounds.Draw> byRoom(List<Rounds.Draw> front) {
        double[] room = CrowdingDistance.of(
                front.stream().map(draw -> draw.score().objectives()).toList());
        return IntStream.range(0, room.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -room[i]))
                .map(front::get)
                .toList();
    }
}
