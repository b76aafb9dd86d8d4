package dev.skyline.metric;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much room a solution has among those of its front: the sum over objectives of the distance between its two
 * neighbours, relative to the front's range; infinite for the extremes (Deb et al. 2002, section III B).
 */
public final class CrowdingDistance {

    private CrowdingDistance() {}

    /**
     * Distances in the order of the front; an objective without a finite range counts for nothing, save that its
     * extremes are kept. O(objectives × n log n).
     */
    public static double[] of(List<double[]> front) {
        double[] distances = new double[front.size()];
        int objectives = front.isEmpty() ? 0 : front.get(0).length;
        for (int m = 0; m < objectives; m++) {
            addDistances(front, m, distances);
        }
        return distances;
    }

    private static void addDistances(List<double[]> front, int m, double[] distances) {
        int[] sorted = IntStream.range(0, front.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> front.get(i)[m]))
                .mapToInt(Integer::intValue)
                .toArray();
        int last = sorted.length - 1;
        distances[sorted[0]] = Double.POSITIVE_INFINITY;
        distances[sorted[last]] = Double.POSITIVE_INFINITY;
        double range = front.get(sorted[last])[m] - front.get(sorted[0])[m];
        if (!(range > 0 && range < Double.POSITIVE_INFINITY)) {
            return;
        }
        for (int i = 1; i < last; i++) {
            distances[sorted[i]] += (front.get(sorted[i + 1])[m] - front.get(sorted[i - 1])[m]) / range;
        }
    }
}
