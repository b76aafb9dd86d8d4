package dev.skyline.strategy;

import dev.skyline.experiment.TrialHistory;
import dev.skyline.space.SearchSpace;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Chooses what to try next from everything recorded so far. Keeps no state between calls: the same history and the same
 * random numbers give the same proposals, in this process or another.
 */
public interface SearchStrategy {

    /**
     * @param count how many proposals are wanted, at least 1
     * @return at least one and at most {@code count} proposals, or none where the strategy has nothing left to try
     */
    List<Proposal> propose(SearchSpace space, TrialHistory history, int count, RandomGenerator random);
}
