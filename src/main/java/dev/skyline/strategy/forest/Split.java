package dev.skyline.strategy.forest;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A question about one decision.
 *
 * @param goesLeft for each level
 * @param gain by how much it lessens the sum of squared errors
 */
record Split(int feature, boolean[] goesLeft, double gain) {

    static final Split NONE = new Split(-1, new boolean[0], 0);

    /**
     * The best for a feature. For unordered levels it is found in the order of their means, as if they were ordered
     * (Breiman et al. 1984, Classification and Regression Trees, theorem 4.5). O(points + levels log levels).
     *
     * @return {@link #NONE} where no split leaves {@code least} points on both sides
     */
    static Split best(Features features, int feature, int[][] points, double[] values, int[] sample, int least) {
        int levels = features.levels()[feature];
        int[] counts = new int[levels];
        double[] sums = new double[levels];
        double sum = 0;
        for (int i : sample) {
            int level = points[i][feature];
            counts[level]++;
            sums[level] += values[i];
            sum += values[i];
        }
        int[] order = order(features.ordered()[feature], counts, sums);
        double bestScore = 0;
        int bestEnd = 0;
        int left = 0;
        double leftSum = 0;
        for (int k = 0; k < order.length - 1; k++) {
            left += counts[order[k]];
            leftSum += sums[order[k]];
            int right = sample.length - left;
            double score = leftSum * leftSum / left + (sum - leftSum) * (sum - leftSum) / right;
            if (left >= least && right >= least && (bestEnd == 0 || score > bestScore)) {
                bestScore = score;
                bestEnd = k + 1;
            }
        }
        return bestEnd == 0 ? NONE : of(feature, levels, order, bestEnd, bestScore - sum * sum / sample.length, counts);
    }

    private static int[] order(boolean ordered, int[] counts, double[] sums) {
        IntStream present = IntStream.range(0, counts.length).filter(level -> counts[level] > 0);
        if (ordered) {
            return present.toArray();
        }
        return present.boxed()
                .sorted((a, b) -> Double.compare(sums[a] / counts[a], sums[b] / counts[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Levels that no point has go to the side of more points. */
    private static Split of(int feature, int levels, int[] order, int end, double gain, int[] counts) {
        int left = Arrays.stream(order, 0, end).map(level -> counts[level]).sum();
        boolean[] goesLeft = new boolean[levels];
        Arrays.fill(goesLeft, 2 * left > Arrays.stream(counts).sum());
        for (int k = 0; k < order.length; k++) {
            goesLeft[order[k]] = k < end;
        }
        return new Split(feature, goesLeft, gain);
    }
}
