package dev.skyline.strategy.gaussian;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.Plugin;
import dev.skyline.plugin.Setting;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.SearchSpace.Encodable;
import dev.skyline.strategy.Foresight;
import dev.skyline.strategy.Identity;
import dev.skyline.strategy.Proposal;
import dev.skyline.strategy.Replay;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.StrategyContext;
import dev.skyline.strategy.surrogate.Candidates;
import dev.skyline.strategy.surrogate.Observations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Bayesian optimisation of one objective or two: a Gaussian process over the decisions of the space tells what to expect of
 * all of a small space, or of mutants of the best trials and some random architectures; the one with the greatest expected
 * improvement is tried (Jones, Schonlau and Welch 1998, Efficient Global Optimization of Expensive Black-Box Functions; of
 * two objectives, that of their hypervolume), times the probability that it meets the constraints (Gardner et al. 2014,
 * Bayesian Optimization with Inequality Constraints).
 *
 * <p>The processes see values through their ranks, so no scale needs to be known. What is known beforehand is not modelled:
 * candidates that break a constraint are left out, and objectives such as a latency from a table are certain.
 */
public final class GaussianProcess implements SearchStrategy {

    private static final String ID = "gaussian-process";

    public static final Plugin<Settings, StrategyContext, SearchStrategy> PLUGIN = new Plugin<>(
            ID,
            "Models one objective or two with Gaussian processes and tries what promises the greatest improvement.",
            "Jones, Schonlau and Welch 1998, Efficient Global Optimization of Expensive Black-Box Functions, Journal of"
                    + " Global Optimization 13; kernel: Ru et al. 2020, Bayesian Optimisation over Multiple Continuous and"
                    + " Categorical Inputs, ICML",
            Settings.class,
            GaussianProcess::new);

    /** Shared, as strategies are made anew for every proposal; up to 1.5 MB for each process. */
    private static final Replay<Surrogate> SURROGATES = new Replay<>(16);

    private final Settings settings;
    private final Foresight foresight;
    private final Identity identity;

    /** How many architectures are looked at. */
    public record Settings(
            @Setting(about = "random trials at the start", value = "10", min = 1, max = 10_000)
            int initialTrials,

            @Setting(about = "best trials, of which mutants are considered", value = "20", min = 1, max = 1_000)
            int parents,

            @Setting(about = "mutants considered for each proposal", value = "100", min = 1, max = 10_000)
            int mutants,

            @Setting(about = "random architectures considered for each proposal", value = "20", min = 1, max = 10_000)
            int randomCandidates,

            @Setting(
                    about = "spaces up to this size are considered as a whole for each proposal, instead of those",
                    value = "20000",
                    min = 0,
                    max = 100_000)
            int wholeSpace) {}

    GaussianProcess(Settings settings, StrategyContext context) {
        context.require(Encodable.class, ID, "models architectures by their decisions");
        context.require(SearchSpace.Mutable.class, ID, "mutates architectures");
        if (context.problem().objectives().size() > 2) {
            throw new InvalidSettings(
                    "", ID + " searches for one objective or two; further ones may be constraints, or see mo-bananas");
        }
        this.settings = settings;
        this.foresight = context.foresight();
        this.identity = context.identity();
    }

    @Override
    public List<Proposal> propose(SearchSpace space, TrialHistory history, int count, RandomGenerator random) {
        Observations seen = Observations.of(history, architecture -> new double[0], identity);
        Optional<Pool> pool = Pool.of(history, space, settings.wholeSpace(), foresight, identity);
        int begun = history.recorded().size() + history.pending().size();
        List<Proposal> proposals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Proposal proposal = begun + i < settings.initialTrials()
                    ? any(space, pool, seen, random)
                    : best((Encodable) space, pool, history, seen, random);
            proposals.add(proposal);
            seen = seen.withPending(proposal.architecture());
        }
        return proposals;
    }

    /** One of a small part of the space that is feasible is found by looking at all of that, if need be. */
    private Proposal any(SearchSpace space, Optional<Pool> pool, Observations seen, RandomGenerator random) {
        Proposal sample = new Candidates(space, seen, random, foresight)
                .addRandom(1)
                .list()
                .get(0);
        List<Candidate> feasible = foresight.test(sample.architecture())
                ? List.of()
                : pool.map(all -> all.without(seen)).orElse(List.of());
        return feasible.isEmpty()
                ? sample
                : feasible.get(random.nextInt(feasible.size())).proposal();
    }

    private Proposal best(
            Encodable space, Optional<Pool> pool, TrialHistory history, Observations seen, RandomGenerator random) {
        Function<Architecture, int[]> point =
                architecture -> pool.isPresent() ? pool.get().point(architecture) : space.choices(architecture);
        List<Candidate> candidates = candidates(space, pool, seen, random);
        Prospects prospects = Prospects.of(history.problem(), candidates, point, seen);
        int[] ranges = OverlapKernel.ranges(space.decisions());
        Surrogate surrogate = SURROGATES.ofAll(
                history, settings, Surrogate.NONE, (before, added) -> before.grownTo(prospects.lessons(), ranges));
        List<int[]> pending = seen.pending().stream().map(point).toList();
        Acquisition acquisition = prospects.acquisition(surrogate, pending);
        return acquisition.isReady()
                ? acquisition.best(candidates).proposal()
                : candidates.get(random.nextInt(candidates.size())).proposal();
    }

    /** In the order of their choices. */
    private List<Candidate> candidates(
            Encodable space, Optional<Pool> pool, Observations seen, RandomGenerator random) {
        List<Candidate> whole = pool.map(all -> all.without(seen)).orElse(List.of());
        if (!whole.isEmpty()) {
            return whole;
        }
        return new Candidates(space, seen, random, foresight)
                        .addMutants(seen.best(settings.parents()), settings.mutants())
                        .addRandom(settings.randomCandidates())
                        .list()
                        .stream()
                        .map(proposal -> Candidate.of(proposal, space, foresight))
                        .sorted(Comparator.comparing(Candidate::choices, Arrays::compare))
                        .toList();
    }
}
