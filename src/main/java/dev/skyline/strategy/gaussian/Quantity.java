package dev.skyline.strategy.gaussian;

import dev.skyline.strategy.surrogate.Gaussian;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * An objective of candidates, or by how much a constraint is missed: certain where it is known, else as a process expects
 * it.
 *
 * @param certain NaN where the process is to be asked; nowhere, where there is none
 */
record Quantity(Optional<Process.Posterior> posterior, ToDoubleFunction<Candidate> certain) {

    /** O(n²) for n trials. */
    Gaussian of(Candidate candidate) {
        double known = certain.applyAsDouble(candidate);
        return Double.isNaN(known) ? posterior.orElseThrow().of(candidate.choices()) : Gaussian.exactly(known);
    }

    /** The same, but that deviations may be greater. O(n) each for candidates in the order of their choices. */
    Gaussian[] atMost(List<Candidate> candidates) {
        Gaussian[] beliefs = posterior.isPresent()
                ? posterior
                        .get()
                        .atMost(candidates.stream().map(Candidate::choices).toList())
                : new Gaussian[candidates.size()];
        for (int i = 0; i < beliefs.length; i++) {
            double known = certain.applyAsDouble(candidates.get(i));
            if (!Double.isNaN(known)) {
                beliefs[i] = Gaussian.exactly(known);
            }
        }
        return beliefs;
    }
}
