package dev.skyline.hardware.predictor;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Grows trees that lessen squared errors, by histograms (Ke et al. 2017, LightGBM, section 2.1).
 *
 * @param cut as {@link Bins#cut} gives it
 */
record TreeGrower(Bins bins, byte[][] cut, Shape shape, RandomGenerator random) {

    /** @param columnShare of the columns that each split may choose from */
    record Shape(int depth, int leastInLeaf, double columnShare) {}

    private record Split(int column, int bin, double gain) {}

    /** O(rows × columns × depth). */
    Tree grow(int[] rows, double[] values) {
        return grow(rows, values, shape.depth());
    }

    private Tree grow(int[] rows, double[] values, int depth) {
        double sum = Arrays.stream(rows).mapToDouble(row -> values[row]).sum();
        Split best = depth == 0 || rows.length < 2 * shape.leastInLeaf() ? null : best(rows, values, sum);
        if (best == null) {
            return new Tree(sum / (rows.length + 1));
        }
        byte[] column = cut[best.column()];
        int[] left =
                Arrays.stream(rows).filter(row -> column[row] <= best.bin()).toArray();
        int[] right =
                Arrays.stream(rows).filter(row -> column[row] > best.bin()).toArray();
        return new Tree(
                best.column(),
                bins.bounds()[best.column()][best.bin()],
                grow(left, values, depth - 1),
                grow(right, values, depth - 1));
    }

    private Split best(int[] rows, double[] values, double sum) {
        Split best = null;
        double[] sums = new double[Bins.MOST];
        int[] counts = new int[Bins.MOST];
        for (int column = 0; column < cut.length; column++) {
            if (random.nextDouble() >= shape.columnShare()) {
                continue;
            }
            Arrays.fill(sums, 0);
            Arrays.fill(counts, 0);
            byte[] bin = cut[column];
            for (int row : rows) {
                sums[bin[row]] += values[row];
                counts[bin[row]]++;
            }
            int left = 0;
            double leftSum = 0;
            for (int at = 0; at < bins.bounds()[column].length; at++) {
                left += counts[at];
                leftSum += sums[at];
                int right = rows.length - left;
                if (left >= shape.leastInLeaf() && right >= shape.leastInLeaf()) {
                    double rest = sum - leftSum;
                    double gain = leftSum * leftSum / left + rest * rest / right - sum * sum / rows.length;
                    if (gain > 1e-12 && (best == null || gain > best.gain())) {
                        best = new Split(column, at, gain);
                    }
                }
            }
        }
        return best;
    }
}
