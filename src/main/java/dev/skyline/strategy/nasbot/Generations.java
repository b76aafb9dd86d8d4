package dev.skyline.strategy.nasbot;

import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Foresight;
import dev.skyline.strategy.Proposal;
import dev.skyline.strategy.surrogate.Acquisition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Candidates that evolve toward what promises most: the better of two is mutated. */
final class Generations {

    /** Draws for each child wanted; most are new until a space is nearly exhausted. */
    private static final int DRAWS = 10;

    private final SearchSpace.Mutable space;
    private final Acquisition acquisition;
    private final Foresight foresight;
    private final RandomGenerator random;
    private final Set<Object> taken;
    private final List<Judged> judged = new ArrayList<>();

    private record Judged(Proposal proposal, double promise) {}

    Generations(
            SearchSpace.Mutable space,
            Acquisition acquisition,
            Foresight foresight,
            Set<Object> taken,
            RandomGenerator random) {
        this.space = space;
        this.acquisition = acquisition;
        this.foresight = foresight;
        this.random = random;
        this.taken = new HashSet<>(taken);
    }

    void add(List<Proposal> proposals) {
        for (Proposal proposal : proposals) {
            taken.add(proposal.architecture().id());
            judged.add(new Judged(proposal, acquisition.of(foresight.of(proposal.architecture()))));
        }
    }

    /** Adds children of those before. */
    void evolve(int size) {
        List<Proposal> children = new ArrayList<>(size);
        for (int i = 0; i < DRAWS * size && children.size() < size; i++) {
            Proposal child = mutant(tournament());
            if (!taken.contains(child.architecture().id()) && foresight.test(child.architecture())) {
                taken.add(child.architecture().id());
                children.add(child);
            }
        }
        add(children);
    }

    Proposal best() {
        return Collections.max(judged, Comparator.comparingDouble(Judged::promise))
                .proposal();
    }

    private Proposal tournament() {
        Judged one = judged.get(random.nextInt(judged.size()));
        Judged other = judged.get(random.nextInt(judged.size()));
        return (one.promise() >= other.promise() ? one : other).proposal();
    }

    private Proposal mutant(Proposal proposal) {
        return new Proposal(space.mutate(proposal.architecture(), random), proposal.fidelity(), proposal.parent());
    }
}
