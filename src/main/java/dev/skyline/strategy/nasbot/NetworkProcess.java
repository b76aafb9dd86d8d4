package dev.skyline.strategy.nasbot;

import dev.skyline.architecture.Architecture;
import dev.skyline.strategy.surrogate.Gaussian;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Gaussian process over networks, for values of about unit variance. Its kernel's steepness and its noise are those of
 * a few under which the values are most likely; where the kernel is not positive definite, which this one need not be,
 * those with more noise.
 */
final class NetworkProcess {

    private static final double[] STEEPNESSES = {0.5, 1.5, 4, 10};
    private static final double[] NOISES = {0.01, 0.1, 0.5};
    private static final double LEAST_PIVOT = 1e-9;

    private final Distances distances;
    private final List<Architecture> points;
    private final NetworkKernel kernel;
    private final double[][] inverse;
    private final double[] weights;

    /** A kernel with noise that gives a positive definite matrix. */
    private record Fit(NetworkKernel kernel, CholeskyDecomposition factor, double logLikelihood) {}

    private NetworkProcess(Distances distances, List<Architecture> points, double[] values, Fit fit) {
        this.distances = distances;
        this.points = points;
        this.kernel = fit.kernel();
        this.inverse = fit.factor().getSolver().getInverse().getData();
        this.weights = new Array2DRowRealMatrix(inverse, false).operate(values);
    }

    /** O(points³), and the cost of those of their distances that are not known yet. */
    static NetworkProcess of(Distances distances, List<Architecture> points, double[] values) {
        double[][][] pairs = new double[points.size()][][];
        for (int i = 0; i < pairs.length; i++) {
            Architecture point = points.get(i);
            pairs[i] = points.subList(0, i).stream()
                    .map(other -> distances.between(point, other))
                    .toArray(double[][]::new);
        }
        Fit best = null;
        for (double steepness : STEEPNESSES) {
            NetworkKernel kernel =
                    NetworkKernel.scaled(Stream.of(pairs).flatMap(Stream::of).toList(), steepness);
            double[][] matrix = matrix(pairs, kernel);
            for (double noise : NOISES) {
                Fit fit = fit(kernel, matrix, noise, values).orElse(best);
                best = best == null || fit.logLikelihood() > best.logLikelihood() ? fit : best;
            }
            // More noise than points makes the diagonal dominant, so the last try succeeds.
            for (double noise = 1; best == null; noise *= 2) {
                best = fit(kernel, matrix, noise, values).orElse(null);
            }
        }
        return new NetworkProcess(distances, points, values, best);
    }

    private static double[][] matrix(double[][][] pairs, NetworkKernel kernel) {
        double[][] matrix = new double[pairs.length][pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            matrix[i][i] = 1;
            for (int j = 0; j < i; j++) {
                matrix[i][j] = kernel.of(pairs[i][j]);
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    private static Optional<Fit> fit(NetworkKernel kernel, double[][] matrix, double noise, double[] values) {
        Array2DRowRealMatrix noisy = new Array2DRowRealMatrix(matrix);
        for (int i = 0; i < values.length; i++) {
            noisy.addToEntry(i, i, noise);
        }
        CholeskyDecomposition factor;
        try {
            factor = new CholeskyDecomposition(
                    noisy, CholeskyDecomposition.DEFAULT_RELATIVE_SYMMETRY_THRESHOLD, LEAST_PIVOT);
        } catch (NonPositiveDefiniteMatrixException e) {
            return Optional.empty();
        }
        ArrayRealVector targets = new ArrayRealVector(values, false);
        double logLikelihood = -0.5 * targets.dotProduct(factor.getSolver().solve(targets));
        for (int i = 0; i < values.length; i++) {
            logLikelihood -= Math.log(factor.getL().getEntry(i, i));
        }
        return Optional.of(new Fit(kernel, factor, logLikelihood));
    }

    /** O(points²), and the cost of those of its distances that are not known yet. */
    Gaussian predict(Architecture architecture) {
        double[] covariances = points.stream()
                .mapToDouble(point -> kernel.of(distances.between(architecture, point)))
                .toArray();
        double mean = dot(covariances, weights);
        double explained = 0;
        for (int i = 0; i < covariances.length; i++) {
            explained += covariances[i] * dot(inverse[i], covariances);
        }
        return new Gaussian(mean, Math.sqrt(Math.max(0, 1 - explained)));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
