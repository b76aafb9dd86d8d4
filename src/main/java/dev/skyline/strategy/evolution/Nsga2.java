package dev.skyline.strategy.evolution;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.plugin.Plugin;
import dev.skyline.plugin.Setting;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Foresight;
import dev.skyline.strategy.Proposal;
import dev.skyline.strategy.Replay;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.StrategyContext;
import dev.skyline.strategy.Untried;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * NSGA-II of Deb et al. 2002, for one objective or several. Every N finished trials make a generation Q; the best N of
 * parents P and Q, by rank and crowding, are the next parents. A child comes from two binary tournaments, uniform
 * crossover and mutation.
 *
 * <p>Where several trials run at once, a child of the older parents may finish in the next generation, and takes part in
 * it.
 */
public final class Nsga2 implements SearchStrategy {

    private static final String ID = "nsga2";

    public static final Plugin<Settings, StrategyContext, SearchStrategy> PLUGIN = new Plugin<>(
            ID,
            "Evolves a whole front: parents are chosen by rank and crowding, children made by crossover and mutation.",
            "Deb, Pratap, Agarwal and Meyarivan 2002, A Fast and Elitist Multiobjective Genetic Algorithm: NSGA-II, IEEE"
                    + " Transactions on Evolutionary Computation 6(2)",
            Settings.class,
            Nsga2::new);

    /** Shared, as strategies are made anew for every proposal. */
    private static final Replay<Generation> GENERATIONS = new Replay<>();

    private final Settings settings;
    private final Foresight foresight;

    /** The defaults suit budgets of some hundred trials; Deb et al. used 100 for 25,000. */
    public record Settings(
            @Setting(about = "trials of a generation; the first is random", value = "20", min = 2, max = 10_000)
            int populationSize,

            @Setting(about = "share of children that mix two parents", value = "0.9", min = 0, max = 1)
            double crossoverProbability,

            @Setting(
                    about = "mean number of decisions that mutation changes in a child",
                    value = "1",
                    min = 0.01,
                    max = 10)
            double mutations) {}

    /** Parents P, the best first, and the offspring Q that has finished so far. */
    private record Generation(List<Ranked> parents, List<Member> offspring) {

        static final Generation NONE = new Generation(List.of(), List.of());

        Generation with(Member member, int populationSize) {
            List<Member> grown = new ArrayList<>(offspring);
            grown.add(member);
            if (grown.size() < populationSize) {
                return new Generation(parents, grown);
            }
            List<Member> all =
                    new ArrayList<>(parents.stream().map(Ranked::member).toList());
            all.addAll(grown);
            return new Generation(List.copyOf(Ranked.of(all).subList(0, populationSize)), List.of());
        }
    }

    Nsga2(Settings settings, StrategyContext context) {
        context.require(SearchSpace.Mutable.class, ID, "mutates architectures");
        context.require(SearchSpace.Crossable.class, ID, "crosses architectures");
        this.settings = settings;
        this.foresight = context.foresight();
    }

    @Override
    public List<Proposal> propose(SearchSpace space, TrialHistory history, int count, RandomGenerator random) {
        List<Ranked> parents = parents(history);
        int begun = history.recorded().size() + history.pending().size();
        Untried untried = new Untried(history, false, foresight);
        for (int i = 0; i < count; i++) {
            boolean isRandom = begun + i < settings.populationSize() || parents.isEmpty();
            untried.addFirstOf(() -> isRandom ? Proposal.of(space.sample(random)) : child(space, parents, random));
        }
        return untried.proposals();
    }

    /** Those that have finished stand in for a first generation that has not. */
    List<Ranked> parents(TrialHistory history) {
        Generation generation =
                GENERATIONS.of(history, settings, Generation.NONE, (before, trial) -> with(before, history, trial));
        return generation.parents().isEmpty() ? Ranked.of(generation.offspring()) : generation.parents();
    }

    private Generation with(Generation generation, TrialHistory history, Trial trial) {
        return Member.of(history, trial)
                .map(member -> generation.with(member, settings.populationSize()))
                .orElse(generation);
    }

    private Proposal child(SearchSpace space, List<Ranked> parents, RandomGenerator random) {
        Member mother = tournament(parents, random);
        Architecture child = mother.architecture();
        if (random.nextDouble() < settings.crossoverProbability()) {
            child = ((SearchSpace.Crossable) space)
                    .crossover(child, tournament(parents, random).architecture(), random);
        }
        for (int i = mutations(random); i > 0; i--) {
            child = ((SearchSpace.Mutable) space).mutate(child, random);
        }
        return Proposal.derived(child, mother.trial());
    }

    /** The better of two different parents. */
    private static Member tournament(List<Ranked> parents, RandomGenerator random) {
        int first = random.nextInt(parents.size());
        int second = (first + random.nextInt(1, Math.max(2, parents.size()))) % parents.size();
        Ranked a = parents.get(first);
        Ranked b = parents.get(second);
        return (Ranked.BEST_FIRST.compare(a, b) <= 0 ? a : b).member();
    }

    /**
     * Poisson-distributed: the limit, for many decisions d, of changing each with probability 1/d. Drawn by Knuth's
     * method.
     */
    private int mutations(RandomGenerator random) {
        double limit = Math.exp(-settings.mutations());
        int changes = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            changes++;
        }
        return changes;
    }
}
