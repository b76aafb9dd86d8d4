package dev.skyline.strategy.gaussian;

import dev.skyline.strategy.surrogate.Gaussian;
import dev.skyline.strategy.surrogate.NormalScores;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ProcessTest {

    /** Two decisions without order, one with four levels. */
    private static final int[] RANGES = {0, 0, 3};

    private static final SplittableRandom RANDOM = new SplittableRandom(4);
    private static final List<int[]> POINTS = Stream.generate(
                    () -> new int[] {RANDOM.nextInt(5), RANDOM.nextInt(5) - 1, RANDOM.nextInt(4)})
            .limit(60)
            .toList();
    private static final double[] VALUES = POINTS.stream()
            .mapToDouble(point -> point[0] + 0.3 * point[2] + 0.1 * RANDOM.nextGaussian())
            .toArray();

    @Test
    void whatItBelievesIsWhatTheTextbookSays() {
        Process process = Process.none(RANGES).grownTo(POINTS, VALUES);
        int n = POINTS.size();
        double[] scores = new double[n];
        NormalScores ranks = new NormalScores(VALUES);
        Arrays.setAll(scores, i -> ranks.of(VALUES[i]));
        RealMatrix inverse =
                new LUDecomposition(matrix(process.covariance())).getSolver().getInverse();
        RealVector known = new ArrayRealVector(scores);
        double amplitude = (1 + known.dotProduct(inverse.operate(known))) / (n + 1);

        for (int[] point : List.of(new int[] {4, -1, 2}, new int[] {0, 3, 1}, POINTS.get(7))) {
            RealVector with = new ArrayRealVector(process.covariance().with(POINTS, point));
            Gaussian belief = process.posterior(POINTS, VALUES, List.of()).of(point);
            assertThat(belief.mean()).isCloseTo(with.dotProduct(inverse.operate(known)), within(1e-9));
            assertThat(belief.deviation() * belief.deviation())
                    .isCloseTo(
                            amplitude * (1 + process.covariance().noise() - with.dotProduct(inverse.operate(with))),
                            within(1e-9));
        }
    }

    @Test
    void oneCarriedOnIsTheOneMadeAfresh() {
        Process carried = Process.none(RANGES);
        for (int n = 1; n <= POINTS.size(); n++) {
            carried = carried.grownTo(POINTS.subList(0, n), Arrays.copyOf(VALUES, n));
        }
        Process fresh = Process.none(RANGES).grownTo(POINTS, VALUES);

        assertThat(carried.factor().rows()).isDeepEqualTo(fresh.factor().rows());
        assertThat(carried.covariance().kernel().weights())
                .isEqualTo(fresh.covariance().kernel().weights());
    }

    @Test
    void whatIsPendingLessensTheDoubtAndNothingElse() {
        Process process = Process.none(RANGES).grownTo(POINTS.subList(0, 30), Arrays.copyOf(VALUES, 30));
        int[] pending = {4, 4, 3};
        Gaussian without = process.posterior(POINTS.subList(0, 30), Arrays.copyOf(VALUES, 30), List.of())
                .of(pending);
        Gaussian with = process.posterior(POINTS.subList(0, 30), Arrays.copyOf(VALUES, 30), List.of(pending))
                .of(pending);

        assertThat(with.mean()).isEqualTo(without.mean());
        assertThat(with.deviation()).isLessThan(0.7 * without.deviation());
    }

    @Test
    void theFitsGradientIsThatOfFiniteDifferences() {
        double[] at = {-0.7, -2, 0.4, -3};
        double[] gradient = Fitting.value(RANGES, POINTS, VALUES, at).gradient();
        for (int d = 0; d < at.length; d++) {
            double numeric = (loss(at, d, 1e-5) - loss(at, d, -1e-5)) / 2e-5;
            assertThat(gradient[d]).isCloseTo(numeric, within(1e-5 * (1 + Math.abs(numeric))));
        }
    }

    @Test
    void theFitFindsWhichDecisionsMatter() {
        double[] weights = Fitting.fit(RANGES, POINTS, VALUES).kernel().weights();

        assertThat(weights[0]).isGreaterThan(4 * weights[1]);
    }

    @Test
    void ofThousandsThoseThatCountAreUsed() {
        SplittableRandom random = new SplittableRandom(8);
        List<int[]> many = Stream.generate(() -> random.ints(9, 0, 4).toArray())
                .limit(1_300)
                .toList();
        double[] values =
                many.stream().mapToDouble(point -> Arrays.stream(point).sum()).toArray();
        int least = IntStream.range(0, 1_000)
                .reduce((a, b) -> values[a] <= values[b] ? a : b)
                .orElseThrow();
        int[] ranges = new int[9];
        Process process = Process.none(ranges).grownTo(many, values);

        assertThat(process.factor().size()).isBetween(400, 600);
        assertThat(process.base()).contains(least, process.fitted() - 1);
        assertThat(process.posterior(many, values, List.of())
                        .of(many.get(least))
                        .mean())
                .isLessThan(-1);
    }

    private static double loss(double[] at, int d, double step) {
        double[] moved = at.clone();
        moved[d] += step;
        return Fitting.value(RANGES, POINTS, VALUES, moved).loss();
    }

    private static RealMatrix matrix(Covariance covariance) {
        int n = POINTS.size();
        RealMatrix matrix = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            double[] row = covariance.row(POINTS, i);
            for (int j = 0; j <= i; j++) {
                matrix.setEntry(i, j, row[j]);
                matrix.setEntry(j, i, row[j]);
            }
        }
        return matrix;
    }
}
