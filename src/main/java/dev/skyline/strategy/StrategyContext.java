package dev.skyline.strategy;

import dev.skyline.metric.Problem;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.space.SearchSpace;

/** What a strategy is made for: it refuses, when it is made, a space or problem that it cannot serve. */
public record StrategyContext(SearchSpace space, Problem problem) {

    /**
     * @param need for people: what the strategy does with the space
     * @throws InvalidSettings where the space has not this capability
     */
    public void require(Class<? extends SearchSpace> capability, String strategy, String need) {
        if (!capability.isInstance(space)) {
            throw new InvalidSettings("", strategy + " " + need + ", which this search space does not offer");
        }
    }
}
