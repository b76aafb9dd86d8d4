package dev.skyline.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The volume that a set of canonical vectors dominates within a reference point, in the product of the objectives'
 * units. Vectors that do not lie below the reference in every objective add nothing.
 *
 * <p>Two and three objectives are swept (the third over a growing staircase of the first two: Beume et al. 2009, On the
 * Complexity of Computing the Hypervolume Indicator). More are cut down to three by WFG (While, Bradstreet and Barone
 * 2012, A Fast Way of Calculating Exact Hypervolumes), whose names are used: a volume is the sum of each point's
 * exclusive volume against those sorted before it.
 */
public final class Hypervolume {

    private static final int SWEPT = 3;

    private Hypervolume() {}

    /**
     * O(n log n) for up to three objectives; for more, exponential in their number at worst.
     *
     * @throws IllegalArgumentException for NaN and for vectors whose length is not the reference's
     */
    public static double of(Collection<double[]> vectors, double[] reference) {
        require(reference, reference.length);
        List<double[]> inside = new ArrayList<>(vectors.size());
        for (double[] vector : vectors) {
            require(vector, reference.length);
            if (isInside(vector, reference) && reference.length > SWEPT) {
                keepUncovered(inside, vector);
            } else if (isInside(vector, reference)) {
                inside.add(vector);
            }
        }
        return volume(inside, reference, reference.length);
    }

    static void require(double[] vector, int objectives) {
        if (vector.length != objectives || objectives == 0) {
            throw new IllegalArgumentException(
                    "a vector of " + vector.length + " objectives against a reference of " + objectives);
        }
        for (double value : vector) {
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("a hypervolume has no place for NaN");
            }
        }
    }

    static boolean isInside(double[] vector, double[] reference) {
        for (int m = 0; m < reference.length; m++) {
            if (!(vector[m] < reference[m])) {
                return false;
            }
        }
        return true;
    }

    /** What {@code p} dominates and none of {@code others} does (exclhv), in the first {@code m} objectives. */
    static double exclusive(double[] p, List<double[]> others, double[] reference, int m) {
        double inclusive = 1;
        for (int i = 0; i < m; i++) {
            inclusive *= reference[i] - p[i];
        }
        return others.isEmpty() ? inclusive : inclusive - volume(limitSet(p, others, m), reference, m);
    }

    private static double volume(List<double[]> points, double[] reference, int m) {
        if (points.isEmpty()) {
            return 0;
        }
        return switch (m) {
            case 1 ->
                reference[0] - points.stream().mapToDouble(p -> p[0]).min().getAsDouble();
            case 2 -> area(points, reference);
            case 3 -> sweep(points, reference);
            default -> wfg(points, reference, m);
        };
    }

    private static double area(List<double[]> points, double[] reference) {
        Sum area = new Sum();
        double level = reference[1];
        for (double[] p : sorted(points, 0)) {
            if (p[1] < level) {
                area.add((reference[0] - p[0]) * (level - p[1]));
                level = p[1];
            }
        }
        return area.value();
    }

    private static double sweep(List<double[]> points, double[] reference) {
        Sum volume = new Sum();
        Staircase staircase = new Staircase(reference[0], reference[1]);
        double[] last = null;
        for (double[] p : sorted(points, 2)) {
            if (last != null) {
                volume.add(staircase.area() * (p[2] - last[2]));
            }
            staircase.add(p[0], p[1]);
            last = p;
        }
        return last == null ? 0 : volume.value() + staircase.area() * (reference[2] - last[2]);
    }

    private static double wfg(List<double[]> points, double[] reference, int m) {
        Sum volume = new Sum();
        List<double[]> before = new ArrayList<>(points.size());
        for (double[] p : sorted(points, m - 1)) {
            volume.add((reference[m - 1] - p[m - 1]) * exclusive(p, before, reference, m - 1));
            before.add(p);
        }
        return volume.value();
    }

    private static List<double[]> sorted(List<double[]> points, int objective) {
        List<double[]> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparingDouble(p -> p[objective]));
        return sorted;
    }

    /** Each of the others cut to what it shares with {@code p}, without those that another one covers. */
    private static List<double[]> limitSet(double[] p, List<double[]> others, int m) {
        List<double[]> limited = new ArrayList<>();
        for (double[] q : others) {
            double[] worse = new double[m];
            for (int i = 0; i < m; i++) {
                worse[i] = Math.max(p[i], q[i]);
            }
            keepUncovered(limited, worse);
        }
        return limited;
    }

    private static void keepUncovered(List<double[]> kept, double[] vector) {
        for (int i = kept.size() - 1; i >= 0; i--) {
            if (covers(kept.get(i), vector)) {
                return;
            }
            if (covers(vector, kept.get(i))) {
                kept.set(i, kept.get(kept.size() - 1));
                kept.remove(kept.size() - 1);
            }
        }
        kept.add(vector);
    }

    static boolean covers(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (a[i] > b[i]) {
                return false;
            }
        }
        return true;
    }
}
