package dev.skyline.strategy.surrogate;

import dev.skyline.architecture.Architecture;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Identity;
import dev.skyline.strategy.Proposal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Different architectures that are feasible and neither recorded nor pending, for an acquisition function to choose from. */
public final class Candidates {

    /** Draws for each candidate wanted; most are new until a space is nearly exhausted. */
    private static final int DRAWS = 10;

    private final SearchSpace space;
    private final RandomGenerator random;
    private final Predicate<Architecture> feasible;
    private final Identity identity;
    private final Set<Object> taken;
    private final List<Proposal> found = new ArrayList<>();

    /** @param feasible as far as that is known */
    public Candidates(SearchSpace space, Observations seen, RandomGenerator random, Predicate<Architecture> feasible) {
        this.space = space;
        this.random = random;
        this.feasible = feasible;
        this.identity = seen.identity();
        this.taken = new HashSet<>(seen.taken());
    }

    /**
     * Adds up to {@code count} mutants, of each parent in turn: half of them differ from it by one mutation, a quarter by
     * two, and so on. None, where there is no parent. The space must be {@link SearchSpace.Mutable}.
     */
    public Candidates addMutants(List<Observation> parents, int count) {
        int target = parents.isEmpty() ? 0 : found.size() + count;
        for (int i = 0; i < DRAWS * count && found.size() < target; i++) {
            Observation parent = parents.get(i % parents.size());
            add(() -> mutant(parent));
        }
        return this;
    }

    /** Adds up to {@code count} random samples of the space. */
    public Candidates addRandom(int count) {
        int target = found.size() + count;
        for (int i = 0; i < DRAWS * count && found.size() < target; i++) {
            add(() -> Proposal.of(space.sample(random)));
        }
        return this;
    }

    /** What was found, in that order; one random sample, tried before, where the space seems exhausted. */
    public List<Proposal> list() {
        return found.isEmpty() ? List.of(Proposal.of(space.sample(random))) : List.copyOf(found);
    }

    private void add(Supplier<Proposal> draw) {
        Proposal proposal = draw.get();
        Object id = identity.of(proposal.architecture());
        if (!taken.contains(id) && feasible.test(proposal.architecture())) {
            taken.add(id);
            found.add(proposal);
        }
    }

    private Proposal mutant(Observation parent) {
        SearchSpace.Mutable mutable = (SearchSpace.Mutable) space;
        Proposal proposal = Proposal.derived(mutable.mutate(parent.architecture(), random), parent.trial());
        while (random.nextBoolean()) {
            proposal = Proposal.derived(mutable.mutate(proposal.architecture(), random), parent.trial());
        }
        return proposal;
    }
}
