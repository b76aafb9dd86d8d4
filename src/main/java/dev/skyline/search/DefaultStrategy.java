package dev.skyline.search;

import dev.skyline.metric.Problem;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpace;

import java.util.Optional;

/** The strategy of a search whose user names none: that which did best on the tables of docs/methods.md. */
final class DefaultStrategy {

    private DefaultStrategy() {}

    /** @param space empty where it is at fault, so that any strategy will do */
    static PluginSpec of(Optional<Problem> problem, Optional<SearchSpace> space) {
        if (problem.filter(Problem::isMultiObjective).isPresent()) {
            return PluginSpec.of("nsga2");
        }
        boolean modelled = space.filter(s -> s instanceof SearchSpace.Encodable && s instanceof SearchSpace.Mutable)
                .isPresent();
        return PluginSpec.of(modelled ? "gaussian-process" : "regularized-evolution");
    }
}
