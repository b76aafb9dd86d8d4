package dev.skyline.strategy.forest;

import dev.skyline.experiment.TrialHistory;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Foresight;
import dev.skyline.strategy.Proposal;
import dev.skyline.strategy.StrategyContext;
import dev.skyline.strategy.surrogate.Acquisition;
import dev.skyline.strategy.surrogate.Candidates;
import dev.skyline.strategy.surrogate.Observation;
import dev.skyline.strategy.surrogate.Observations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * What SMAC and ParEGO share: random trials first, then the candidate of which a forest over all trials promises most,
 * from time to time a random one. Each proposal grows a forest of its own, so several workers get different ones though
 * pending trials are merely avoided.
 */
final class ForestSearch {

    private final ForestSettings settings;
    private final Features features;
    private final Foresight foresight;

    ForestSearch(ForestSettings settings, StrategyContext context) {
        this.settings = settings;
        this.features = Features.of((SearchSpace.Encodable) context.space());
        this.foresight = context.foresight();
    }

    /**
     * O(trees × trials × decisions × depth).
     *
     * @param objective of which less is better, as {@link Acquisition} takes it
     */
    List<Proposal> propose(
            SearchSpace space,
            TrialHistory history,
            int count,
            RandomGenerator random,
            ToDoubleFunction<Observation> objective) {
        Observations seen = Observations.of(history, architecture -> new double[0]);
        int begun = history.recorded().size() + history.pending().size();
        List<Proposal> proposals = new ArrayList<>(count);
        List<Proposal> samples = new ArrayList<>(
                new Candidates(space, seen, random, foresight).addRandom(count).list());
        boolean knowsNothing = seen.best(1).isEmpty();
        List<Proposal> judged = null;
        for (int i = 0; i < count; i++) {
            boolean isRandom =
                    knowsNothing || begun + i < settings.initial() || random.nextDouble() < settings.randomShare();
            if (!isRandom && judged == null) {
                judged = bestFirst(space, seen, random, objective);
            }
            List<Proposal> source = isRandom ? samples : judged;
            source.removeIf(proposal -> isAmong(proposals, proposal));
            if (!source.isEmpty()) {
                proposals.add(source.remove(0));
            }
        }
        return proposals;
    }

    private static boolean isAmong(List<Proposal> proposals, Proposal proposal) {
        return proposals.stream()
                .anyMatch(made ->
                        made.architecture().id().equals(proposal.architecture().id()));
    }

    private List<Proposal> bestFirst(
            SearchSpace space, Observations seen, RandomGenerator random, ToDoubleFunction<Observation> objective) {
        Acquisition acquisition =
                new Acquisition(Forest.regression(settings.shape(), features, random), seen.recorded(), objective);
        List<Proposal> candidates = new Candidates(space, seen, random, foresight)
                .addMutants(parents(seen, objective), settings.mutants())
                .addRandom(settings.samples())
                .list();
        Map<Proposal, Double> values = new HashMap<>();
        candidates.forEach(candidate -> values.put(candidate, acquisition.of(foresight.of(candidate.architecture()))));
        List<Proposal> sorted = new ArrayList<>(candidates);
        sorted.sort(Comparator.comparing(values::get, Comparator.reverseOrder()));
        return sorted;
    }

    private List<Observation> parents(Observations seen, ToDoubleFunction<Observation> objective) {
        return seen.recorded().stream()
                .filter(observation -> observation.score().violation() < Double.POSITIVE_INFINITY)
                .sorted(Comparator.comparingDouble(
                                (Observation observation) -> observation.score().violation())
                        .thenComparingDouble(objective))
                .limit(settings.parents())
                .toList();
    }
}
