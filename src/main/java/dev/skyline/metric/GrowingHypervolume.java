package dev.skyline.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * The {@link Hypervolume} of a set that grows one vector at a time, as a search's trials do. Not for several threads at
 * once.
 */
public final class GrowingHypervolume {

    private final double[] reference;
    private final Staircase staircase;
    private final Sum volume = new Sum();
    private List<double[]> front = new ArrayList<>();

    /** @param reference canonical objective values, one for each objective */
    public GrowingHypervolume(double[] reference) {
        Hypervolume.require(reference, reference.length);
        this.reference = reference.clone();
        this.staircase = reference.length == 2 ? new Staircase(reference[0], reference[1]) : null;
    }

    /**
     * Amortised O(log n) for two objectives; for more, the volume that the vector alone dominates is computed: O(n) at
     * best, and once more {@link Hypervolume#of} the part of the front that it shares.
     *
     * @return the volume with it
     * @throws IllegalArgumentException for NaN or a vector whose length is not the reference's
     */
    public double add(double[] vector) {
        Hypervolume.require(vector, reference.length);
        if (Hypervolume.isInside(vector, reference)) {
            if (staircase != null) {
                staircase.add(vector[0], vector[1]);
            } else {
                addToFront(vector);
            }
        }
        return value();
    }

    private void addToFront(double[] vector) {
        List<double[]> undominated = new ArrayList<>(front.size() + 1);
        for (double[] member : front) {
            if (Hypervolume.covers(member, vector)) {
                return;
            }
            if (!Score.dominates(vector, member)) {
                undominated.add(member);
            }
        }
        volume.add(Hypervolume.exclusive(vector, front, reference, reference.length));
        undominated.add(vector.clone());
        front = undominated;
    }

    public double value() {
        return staircase != null ? staircase.area() : volume.value();
    }
}
