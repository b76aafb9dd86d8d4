package dev.skyline.strategy;

import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Problem;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.space.SearchSpace;

/**
 * What a strategy is made for: it refuses, when it is made, a space or problem that it cannot serve.
 *
 * @param fullFidelity the effort that the estimator spends where a proposal does not say; none is asked to spend more
 * @param known what needs no trial
 * @param identity what is tried once only, by strategies that do not repeat themselves
 */
public record StrategyContext(
        SearchSpace space, Problem problem, Fidelity fullFidelity, Known known, Identity identity) {

    /** Where trials alone tell. */
    public StrategyContext(SearchSpace space, Problem problem, Fidelity fullFidelity) {
        this(space, problem, fullFidelity, Known.NOTHING, Identity.FUNCTION);
    }

    /** For an estimator that knows one effort alone. */
    public StrategyContext(SearchSpace space, Problem problem) {
        this(space, problem, Fidelity.epochs(1));
    }

    public Foresight foresight() {
        return new Foresight(problem, known);
    }

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
