package dev.skyline.strategy.local;

import dev.skyline.architecture.Architecture;
import dev.skyline.architecture.ArchitectureId;
import dev.skyline.experiment.TrialHistory;
import dev.skyline.plugin.NoSettings;
import dev.skyline.plugin.Plugin;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Foresight;
import dev.skyline.strategy.Proposal;
import dev.skyline.strategy.Replay;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.StrategyContext;
import dev.skyline.strategy.Untried;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Local search of White, Nolen and Savani 2021: tries the architectures that differ from the best in one decision, moves
 * as soon as one is better, and starts anew at random where none is. Equally good ones are all explored, so that plateaus
 * are crossed; with several objectives, all that no other dominates (Pareto local search of Paquete, Chiarandini and
 * Stützle 2004).
 *
 * <p>Where several trials run at once, those pending count as tried; once no neighbour is left to try, a new start is
 * made without waiting for their outcomes.
 */
public final class LocalSearch implements SearchStrategy {

    private static final String ID = "local-search";

    public static final Plugin<NoSettings, StrategyContext, SearchStrategy> PLUGIN = new Plugin<>(
            ID,
            "Walks to a better neighbour until there is none, then starts anew.",
            "White, Nolen and Savani 2021, Exploring the Loss Landscape in Neural Architecture Search, UAI",
            NoSettings.class,
            LocalSearch::new);

    /** Shared, as strategies are made anew for every proposal. */
    private static final Replay<Climb> CLIMBS = new Replay<>();

    private final NoSettings settings;
    private final Foresight foresight;

    LocalSearch(NoSettings settings, StrategyContext context) {
        context.require(SearchSpace.Encodable.class, ID, "goes through the neighbours of architectures");
        this.settings = settings;
        this.foresight = context.foresight();
    }

    @Override
    public List<Proposal> propose(SearchSpace space, TrialHistory history, int count, RandomGenerator random) {
        Climb climb =
                CLIMBS.of(history, settings, Climb.NONE, (before, trial) -> before.with(trial, history.problem()));
        boolean starting = history.pending().stream().anyMatch(climb::isLeftBy);
        List<Proposal> steps =
                starting ? List.of() : steps((SearchSpace.Encodable) space, climb, history, count, random);
        if (!steps.isEmpty()) {
            return steps;
        }
        Untried untried = new Untried(history, false, foresight);
        for (int i = 0; i < count; i++) {
            untried.addFirstOf(() -> Proposal.of(space.sample(random)));
        }
        return untried.proposals();
    }

    private List<Proposal> steps(
            SearchSpace.Encodable space, Climb climb, TrialHistory history, int count, RandomGenerator random) {
        Map<ArchitectureId, Proposal> steps = new LinkedHashMap<>();
        for (Climb.Top top : climb.unexplored()) {
            for (Architecture neighbour : untried(space, top, history, random)) {
                if (steps.size() < count && foresight.test(neighbour)) {
                    steps.putIfAbsent(
                            neighbour.id(),
                            Proposal.derived(neighbour, top.trial().number()));
                }
            }
            if (steps.size() == count) {
                break;
            }
        }
        return List.copyOf(steps.values());
    }

    /** In random order. O(trials), and cheaper than a table of them. */
    private static List<Architecture> untried(
            SearchSpace.Encodable space, Climb.Top top, TrialHistory history, RandomGenerator random) {
        Map<ArchitectureId, Architecture> neighbours = new LinkedHashMap<>();
        space.neighbours(top.trial().architecture())
                .forEach(neighbour -> neighbours.putIfAbsent(neighbour.id(), neighbour));
        history.recorded()
                .forEach(trial -> neighbours.remove(trial.architecture().id()));
        history.pending()
                .forEach(trial -> neighbours.remove(trial.architecture().id()));
        List<Architecture> untried = new ArrayList<>(neighbours.values());
        Collections.shuffle(untried, new Random(random.nextLong()));
        return untried;
    }
}
