package dev.skyline.strategy.nasbot;

import dev.skyline.experiment.TrialHistory;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.Plugin;
import dev.skyline.plugin.Setting;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Foresight;
import dev.skyline.strategy.Proposal;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.StrategyContext;
import dev.skyline.strategy.surrogate.Acquisition;
import dev.skyline.strategy.surrogate.Candidates;
import dev.skyline.strategy.surrogate.Observation;
import dev.skyline.strategy.surrogate.Observations;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * NASBOT of Kandasamy et al. 2018: a Gaussian process over networks, told apart by the {@link Otmann} distance, and an
 * evolution of candidates toward the greatest expected improvement. It reads the networks themselves, so any space with
 * mutation will do.
 *
 * <p>The process learns from a limited number of trials, half of them the best and the others the latest, as each
 * distance is a transport problem of its own. Pending trials are avoided.
 */
public final class Nasbot implements SearchStrategy {

    private static final String ID = "nasbot";

    public static final Plugin<Settings, StrategyContext, SearchStrategy> PLUGIN = new Plugin<>(
            ID,
            "Bayesian optimisation with a distance between networks: the cost of transporting the work of their layers.",
            "Kandasamy, Neiswanger, Schneider, Póczos and Xing 2018, Neural Architecture Search with Bayesian"
                    + " Optimisation and Optimal Transport, NeurIPS",
            Settings.class,
            Nasbot::new);

    private final Settings settings;
    private final Foresight foresight;

    /** How much is looked at for one proposal. */
    public record Settings(
            @Setting(about = "random trials before the first model", value = "10", min = 2, max = 10_000)
            int initial,

            @Setting(about = "trials that the model learns from at most", value = "64", min = 2, max = 2_000)
            int modelled,

            @Setting(
                    about = "best trials that the first generation is mutated from",
                    value = "10",
                    min = 1,
                    max = 1_000)
            int parents,

            @Setting(about = "generations of candidates", value = "2", min = 1, max = 1_000)
            int generations,

            @Setting(about = "candidates of a generation", value = "12", min = 1, max = 10_000)
            int generationSize) {}

    Nasbot(Settings settings, StrategyContext context) {
        context.require(SearchSpace.Mutable.class, ID, "mutates architectures");
        if (context.problem().isMultiObjective()) {
            throw new InvalidSettings("", ID + " serves one objective; further ones may be constraints");
        }
        this.settings = settings;
        this.foresight = context.foresight();
    }

    @Override
    public List<Proposal> propose(SearchSpace space, TrialHistory history, int count, RandomGenerator random) {
        Observations seen = Observations.of(history, architecture -> new double[0]);
        int begun = history.recorded().size() + history.pending().size();
        boolean knowsNothing = seen.best(1).isEmpty();
        Distances distances = Distances.of(history.experiment(), space);
        List<Proposal> proposals = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Proposal proposal = knowsNothing || begun + i < settings.initial()
                    ? new Candidates(space, seen, random, foresight)
                            .addRandom(1)
                            .list()
                            .get(0)
                    : best((SearchSpace.Mutable) space, seen, distances, random);
            proposals.add(proposal);
            seen = seen.withPending(proposal.architecture());
        }
        return proposals;
    }

    private Proposal best(SearchSpace.Mutable space, Observations seen, Distances distances, RandomGenerator random) {
        Acquisition acquisition = new Acquisition(
                (points, values) -> NetworkProcess.of(distances, points, values)::predict,
                modelled(seen),
                Nasbot::objective);
        Generations generations = new Generations(space, acquisition, foresight, seen.taken(), random);
        generations.add(new Candidates(space, seen, random, foresight)
                .addMutants(seen.best(settings.parents()), settings.generationSize())
                .list());
        for (int i = 1; i < settings.generations(); i++) {
            generations.evolve(settings.generationSize());
        }
        return generations.best();
    }

    private List<Observation> modelled(Observations seen) {
        Set<Observation> chosen = new LinkedHashSet<>(seen.best(settings.modelled() / 2));
        List<Observation> recorded = seen.recorded();
        for (int i = recorded.size() - 1; i >= 0 && chosen.size() < settings.modelled(); i--) {
            chosen.add(recorded.get(i));
        }
        return List.copyOf(chosen);
    }

    /** A failure is as bad as can be, as it would be met again next to it. */
    private static double objective(Observation observation) {
        return observation.score().violation() == Double.POSITIVE_INFINITY
                ? Double.POSITIVE_INFINITY
                : observation.objectives()[0];
    }
}
