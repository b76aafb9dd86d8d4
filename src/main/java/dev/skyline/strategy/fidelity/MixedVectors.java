package dev.skyline.strategy.fidelity;

import dev.skyline.space.Decision;
import dev.skyline.space.SearchSpace.Encodable;
import dev.skyline.strategy.fidelity.KernelDensity.Dimension;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Choices as vectors for a density: the levels of an ordered decision are the middles of equal parts of [0, 1], the
 * options of another one its indices.
 */
record MixedVectors(List<Decision> decisions) {

    List<Dimension> dimensions() {
        return decisions.stream()
                .map(decision -> decision.ordered()
                        ? Dimension.CONTINUOUS
                        : new Dimension(decision.options().size()))
                .toList();
    }

    int[] choices(double[] vector) {
        int[] choices = new int[vector.length];
        for (int i = 0; i < choices.length; i++) {
            int options = decisions.get(i).options().size();
            choices[i] =
                    decisions.get(i).ordered() ? Math.min(options - 1, (int) (vector[i] * options)) : (int) vector[i];
        }
        return choices;
    }

    /**
     * A decision that does not apply takes the value of another of the points, or a random one where it applies to none
     * (as Falkner et al. do): so it neither speaks for an option nor against it.
     */
    List<double[]> vectors(List<int[]> points, RandomGenerator random) {
        List<double[]> vectors = new ArrayList<>(points.size());
        for (int[] choices : points) {
            double[] vector = new double[choices.length];
            for (int i = 0; i < vector.length; i++) {
                int choice = choices[i] == Encodable.NONE ? imputed(points, i, random) : choices[i];
                int options = decisions.get(i).options().size();
                vector[i] = decisions.get(i).ordered() ? (choice + 0.5) / options : choice;
            }
            vectors.add(vector);
        }
        return vectors;
    }

    private int imputed(List<int[]> points, int decision, RandomGenerator random) {
        int[] known = points.stream()
                .mapToInt(choices -> choices[decision])
                .filter(choice -> choice != Encodable.NONE)
                .toArray();
        return known.length > 0
                ? known[random.nextInt(known.length)]
                : random.nextInt(decisions.get(decision).options().size());
    }
}
