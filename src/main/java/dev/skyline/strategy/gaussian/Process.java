package dev.skyline.strategy.gaussian;

import dev.skyline.strategy.surrogate.Gaussian;
import dev.skyline.strategy.surrogate.NormalScores;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A Gaussian process over architectures, for one quantity. Its covariance is fitted where the number of points has grown
 * by a fifth, and stays until the next time; so it is a function of the points alone, and one carried on is the one made
 * afresh.
 *
 * @param fitted number of points known when the covariance was fitted; 0 where there are too few
 * @param base which of these are used
 * @param factor of the covariance matrix of the base and all points since
 */
record Process(int[] ranges, int fitted, int[] base, Covariance covariance, Cholesky factor) {

    /** Fewer points say too little of the covariance, and none of them is compared with a bound. */
    private static final int LEAST_POINTS = 5;

    private static final double GROWTH = 1.2;
    private static final int GREATEST_GROWTH = 200;

    /** The greatest part of a cost cubic in the points. */
    private static final int FITTED_POINTS = 200;

    private static final int BASE_POINTS = 400;

    static Process none(int[] ranges) {
        double[] weights = new double[ranges.length];
        Arrays.fill(weights, 1);
        return new Process(ranges, 0, new int[0], new Covariance(new OverlapKernel(ranges, weights), 1), Cholesky.NONE);
    }

    /** What is known after the values; {@link #of} answers from it. Immutable. */
    final class Posterior {

        private final List<int[]> points;
        private final Cholesky known;
        private final double[] half;
        private final double[] weights;
        private final double amplitude;

        private Posterior(List<int[]> used, double[] scores, List<int[]> pending) {
            this.points = new ArrayList<>(used);
            points.addAll(pending);
            this.known = factor.grownTo(points.size(), i -> covariance.row(points, i));
            this.half = factor.solve(scores);
            this.weights = known.beginning(half.length).solveTransposed(half);
            this.amplitude = (1 + Arrays.stream(half).map(x -> x * x).sum()) / (half.length + 1);
        }

        /**
         * Of the score that a trial of the point would have, noise and all: where trials differ by chance, the best one is
         * so by chance, too, and is not beaten by expectation alone. O(points²).
         */
        Gaussian of(int[] point) {
            double[] share = known.solve(covariance.with(points, point));
            double mean = 0;
            double variance = 1;
            for (int i = 0; i < share.length; i++) {
                mean += i < half.length ? share[i] * half[i] : 0;
                variance -= share[i] * share[i];
            }
            return new Gaussian(mean, Math.sqrt((Math.max(0, variance) + covariance.noise()) * amplitude));
        }

        /**
         * Of the scores of many points, with deviations as if only that known point were known which is most like them: so
         * they are too great, if anything. O(points) each, fastest for those in lexicographic order.
         */
        Gaussian[] atMost(List<int[]> others) {
            Gaussian[] beliefs = new Gaussian[others.size()];
            Sweep sweep = new Sweep(covariance.kernel(), points, others);
            for (int i = 0; i < beliefs.length; i++) {
                double[] similar = sweep.next();
                double mean = Cholesky.dot(weights, similar, weights.length);
                double greatest = 0;
                for (double value : similar) {
                    greatest = value > greatest ? value : greatest;
                }
                double variance = 1 - greatest * greatest / (1 + covariance.noise()) + covariance.noise();
                beliefs[i] = new Gaussian(mean, Math.sqrt(variance * amplitude));
            }
            return beliefs;
        }
    }

    boolean isReady() {
        return fitted > 0;
    }

    /** The process of these points, of which this one knows a beginning. */
    Process grownTo(List<int[]> points, double[] values) {
        int due = fittingDue(values.length);
        if (due == 0) {
            return none(ranges);
        }
        Process current = due == fitted ? this : fittedTo(points.subList(0, due), Arrays.copyOf(values, due));
        List<int[]> used = current.used(points);
        return new Process(
                ranges,
                due,
                current.base,
                current.covariance,
                current.factor.grownTo(used.size(), i -> current.covariance.row(used, i)));
    }

    /**
     * @param pending points whose values are awaited; they are believed to be what is expected of them, so that only the
     *     doubt around them is less (kriging believer, Ginsbourger et al. 2010)
     */
    Posterior posterior(List<int[]> points, double[] values, List<int[]> pending) {
        NormalScores scores = new NormalScores(values);
        double[] chosen = IntStream.concat(Arrays.stream(base), IntStream.range(fitted, values.length))
                .mapToDouble(i -> scores.of(values[i]))
                .toArray();
        return new Posterior(used(points), chosen, pending);
    }

    private List<int[]> used(List<int[]> points) {
        return IntStream.concat(Arrays.stream(base), IntStream.range(fitted, points.size()))
                .mapToObj(points::get)
                .toList();
    }

    private Process fittedTo(List<int[]> points, double[] values) {
        NormalScores scores = new NormalScores(values);
        int[] sample = bestAndLatest(values, FITTED_POINTS);
        Covariance fit = Fitting.fit(
                ranges,
                Arrays.stream(sample).mapToObj(points::get).toList(),
                Arrays.stream(sample).mapToDouble(i -> scores.of(values[i])).toArray());
        return new Process(ranges, values.length, bestAndLatest(values, BASE_POINTS), fit, Cholesky.NONE);
    }

    /** Half of them the least, the others the latest of the rest; in the order of the values given. */
    private static int[] bestAndLatest(double[] values, int count) {
        if (values.length <= count) {
            return IntStream.range(0, values.length).toArray();
        }
        List<Integer> order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .toList();
        return IntStream.concat(
                        order.stream().limit(count / 2).mapToInt(Integer::intValue),
                        order.stream()
                                .skip(count / 2)
                                .sorted(Comparator.reverseOrder())
                                .limit(count - count / 2)
                                .mapToInt(Integer::intValue))
                .sorted()
                .toArray();
    }

    private static int fittingDue(int count) {
        int due = 0;
        for (int next = LEAST_POINTS; next <= count; ) {
            due = next;
            next += Math.min(GREATEST_GROWTH, (int) Math.ceil(next * (GROWTH - 1)));
        }
        return due;
    }
}
