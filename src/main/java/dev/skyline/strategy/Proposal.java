package dev.skyline.strategy;

import dev.skyline.architecture.Architecture;
import dev.skyline.metric.Fidelity;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a strategy wants to be tried.
 *
 * @param fidelity the effort to spend; the estimator's full one, where empty
 * @param parent number of the trial from which it was derived
 */
public record Proposal(Architecture architecture, Optional<Fidelity> fidelity, OptionalInt parent) {

    public static Proposal of(Architecture architecture) {
        return new Proposal(architecture, Optional.empty(), OptionalInt.empty());
    }

    public static Proposal derived(Architecture architecture, int parent) {
        return new Proposal(architecture, Optional.empty(), OptionalInt.of(parent));
    }

    /** The same wish for another architecture. */
    public Proposal with(Architecture other) {
        return new Proposal(other, fidelity, parent);
    }
}
