package dev.skyline.search;

import dev.skyline.metric.Problem;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpace;

import java.util.Optional;

/**
 * The strategy of a search whose user names none: that which did best on the tables of docs/methods.md, of those that the
 * space has the capabilities for.
 */
final class DefaultStrategy {

    private DefaultStrategy() {}

    /** @param space empty where it is at fault, so that any strategy will do */
    static PluginSpec of(Optional<Problem> problem, Optional<SearchSpace> space) {
        int objectives = problem.map(p -> p.objectives().size()).orElse(1);
        return PluginSpec.of(space.map(s -> best(objectives, s)).orElse("random"));
    }

    private static String best(int objectives, SearchSpace space) {
        if (!(space instanceof SearchSpace.Mutable)) {
            return "random";
        }
        if (space instanceof SearchSpace.Encodable) {
            return objectives <= 2 ? "gaussian-process" : "mo-bananas";
        }
        return objectives > 1 && space instanceof SearchSpace.Crossable ? "nsga2" : "regularized-evolution";
    }
}
