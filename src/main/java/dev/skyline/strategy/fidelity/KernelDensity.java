package dev.skyline.strategy.fidelity;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A density over vectors of mixed kind, estimated from points by product kernels: Gaussian ones for continuous values in
 * [0, 1], Aitchison and Aitken's (1976) for categorical ones, which are indices of options.
 *
 * <p>Bandwidths follow the normal reference rule, 1.06 σ n^(−1/(d+4)). For a categorical value σ² is half the probability
 * that two points differ: the variance, where there are two options, and independent of their order. O(points ×
 * dimensions) for each call.
 */
final class KernelDensity {

    private static final double REFERENCE = 1.06;

    private final List<Dimension> dimensions;
    private final double[][] points;
    private final double[] bandwidths;

    /** Logarithm of a dimension's kernel at its point, and for categorical ones elsewhere. */
    private final double[] peaks;

    private final double[] elsewhere;

    /** @param options number of options of a categorical value; 0 for a continuous one */
    record Dimension(int options) {

        static final Dimension CONTINUOUS = new Dimension(0);

        boolean isContinuous() {
            return options == 0;
        }

        /** Beyond it Aitchison and Aitken's kernel would favour what differs. */
        double widest() {
            return isContinuous() ? Double.POSITIVE_INFINITY : (options - 1.0) / options;
        }
    }

    /**
     * @param points one or more
     * @param minBandwidth keeps a density from closing around points that are all alike
     */
    KernelDensity(List<Dimension> dimensions, List<double[]> points, double minBandwidth) {
        this.dimensions = List.copyOf(dimensions);
        this.points = points.toArray(double[][]::new);
        this.bandwidths = new double[dimensions.size()];
        this.peaks = new double[bandwidths.length];
        this.elsewhere = new double[bandwidths.length];
        double scale = REFERENCE * Math.pow(points.size(), -1.0 / (dimensions.size() + 4));
        for (int i = 0; i < bandwidths.length; i++) {
            double spread = dimensions.get(i).isContinuous() ? deviation(i) : disagreement(i);
            double h = Math.min(dimensions.get(i).widest(), Math.max(minBandwidth, scale * spread));
            bandwidths[i] = h;
            peaks[i] = Math.log(dimensions.get(i).isContinuous() ? 1 / (h * Math.sqrt(2 * Math.PI)) : 1 - h);
            elsewhere[i] = Math.log(h / (dimensions.get(i).options() - 1));
        }
    }

    double bandwidth(int dimension) {
        return bandwidths[dimension];
    }

    /** Natural logarithm of the density, finite for all but absurdly distant vectors. */
    double logDensity(double[] vector) {
        double[] logs = new double[points.length];
        double greatest = Double.NEGATIVE_INFINITY;
        for (int p = 0; p < logs.length; p++) {
            for (int i = 0; i < vector.length; i++) {
                logs[p] += logKernel(i, points[p][i], vector[i]);
            }
            greatest = Math.max(greatest, logs[p]);
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - greatest);
        }
        return greatest + Math.log(sum / logs.length);
    }

    /**
     * A vector near one of the points.
     *
     * @param wider by what the bandwidths of continuous values are multiplied, so that the search keeps exploring
     */
    double[] sample(double wider, RandomGenerator random) {
        double[] vector = points[random.nextInt(points.length)].clone();
        for (int i = 0; i < vector.length; i++) {
            if (dimensions.get(i).isContinuous()) {
                vector[i] = truncatedNormal(vector[i], wider * bandwidths[i], random);
            } else if (random.nextDouble() < bandwidths[i]) {
                vector[i] = random.nextInt(dimensions.get(i).options());
            }
        }
        return vector;
    }

    private double logKernel(int dimension, double point, double value) {
        if (dimensions.get(dimension).isContinuous()) {
            double z = (value - point) / bandwidths[dimension];
            return peaks[dimension] - 0.5 * z * z;
        }
        return point == value ? peaks[dimension] : elsewhere[dimension];
    }

    /** Within [0, 1], where the mean lies. */
    private static double truncatedNormal(double mean, double deviation, RandomGenerator random) {
        double value = random.nextGaussian(mean, deviation);
        while (value < 0 || value > 1) {
            value = random.nextGaussian(mean, deviation);
        }
        return value;
    }

    private double deviation(int dimension) {
        double mean =
                Arrays.stream(points).mapToDouble(p -> p[dimension]).average().orElseThrow();
        return Math.sqrt(Arrays.stream(points)
                .mapToDouble(p -> (p[dimension] - mean) * (p[dimension] - mean))
                .average()
                .orElseThrow());
    }

    private double disagreement(int dimension) {
        double[] shares = new double[dimensions.get(dimension).options()];
        for (double[] point : points) {
            shares[(int) point[dimension]] += 1.0 / points.length;
        }
        double alike = Arrays.stream(shares).map(share -> share * share).sum();
        return Math.sqrt(Math.max(0, 1 - alike) / 2);
    }
}
