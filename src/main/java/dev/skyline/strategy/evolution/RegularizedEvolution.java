package dev.skyline.strategy.evolution;

import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.plugin.InvalidSettings;
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
import java.util.stream.Stream;

/**
 * Regularized (aging) evolution of Real et al. 2019: of the P trials finished last, S are drawn with replacement, and the
 * best of them is mutated. So the oldest leaves, however good it is. With several objectives the best is chosen by
 * constrained domination, then by the room it has among those drawn (Deb et al. 2002).
 */
public final class RegularizedEvolution implements SearchStrategy {

    private static final String ID = "regularized-evolution";

    public static final Plugin<Settings, StrategyContext, SearchStrategy> PLUGIN = new Plugin<>(
            ID,
            "Mutates the best of a random sample of the youngest trials.",
            "Real, Aggarwal, Huang and Le 2019, Regularized Evolution for Image Classifier Architecture Search, AAAI",
            Settings.class,
            RegularizedEvolution::new);

    /** Populations without aging: costly to rebuild, and strategies are made anew for every proposal. */
    private static final Replay<List<Member>> BEST = new Replay<>();

    private final Settings settings;
    private final Foresight foresight;

    /** The defaults suit budgets of some hundred trials; Real et al. used 100 and 25 for 20,000. */
    public record Settings(
            @Setting(
                    about = "trials among which parents are drawn, and random ones at the start",
                    value = "30",
                    min = 2,
                    max = 10_000)
            int populationSize,

            @Setting(about = "trials drawn, the best of which is mutated", value = "10", min = 1, max = 10_000)
            int sampleSize,

            @Setting(about = "whether the oldest leaves the population, rather than the worst", value = "true")
            boolean aging,

            @Setting(
                    about =
                            "whether an architecture that was tried may be tried again, as published: so a good one stays",
                    value = "true")
            boolean repeats) {

        public Settings {
            if (sampleSize > populationSize) {
                throw new InvalidSettings("sampleSize", "must be at most populationSize, " + populationSize);
            }
        }
    }

    RegularizedEvolution(Settings settings, StrategyContext context) {
        context.require(SearchSpace.Mutable.class, ID, "mutates architectures");
        this.settings = settings;
        this.foresight = context.foresight();
    }

    @Override
    public List<Proposal> propose(SearchSpace space, TrialHistory history, int count, RandomGenerator random) {
        List<Member> population = settings.aging() ? youngest(history) : best(history);
        int begun = history.recorded().size() + history.pending().size();
        Untried untried = new Untried(history, settings.repeats(), foresight);
        for (int i = 0; i < count; i++) {
            boolean isRandom = begun + i < settings.populationSize() || population.isEmpty();
            untried.addFirstOf(() -> isRandom
                    ? Proposal.of(space.sample(random))
                    : mutant((SearchSpace.Mutable) space, population, random));
        }
        return untried.proposals();
    }

    private Proposal mutant(SearchSpace.Mutable space, List<Member> population, RandomGenerator random) {
        List<Member> sample = Stream.generate(() -> population.get(random.nextInt(population.size())))
                .limit(settings.sampleSize())
                .distinct()
                .toList();
        Member parent = Ranked.of(sample).get(0).member();
        return Proposal.derived(space.mutate(parent.architecture(), random), parent.trial());
    }

    private List<Member> youngest(TrialHistory history) {
        List<Member> population = new ArrayList<>(settings.populationSize());
        List<Trial> recorded = history.recorded();
        for (int i = recorded.size() - 1; i >= 0 && population.size() < settings.populationSize(); i--) {
            Member.of(history, recorded.get(i)).ifPresent(population::add);
        }
        return population;
    }

    private List<Member> best(TrialHistory history) {
        return BEST.of(
                history,
                settings,
                List.of(),
                (population, trial) -> Member.of(history, trial)
                        .map(member -> withoutWorst(population, member))
                        .orElse(population));
    }

    private List<Member> withoutWorst(List<Member> population, Member added) {
        List<Member> all = new ArrayList<>(population);
        all.add(added);
        return all.size() <= settings.populationSize()
                ? all
                : Ranked.of(all).stream()
                        .limit(settings.populationSize())
                        .map(Ranked::member)
                        .toList();
    }
}
