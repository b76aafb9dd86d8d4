package dev.skyline.metric;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class HypervolumeTest {

    private static final int POINTS = 200_000;

    @Test
    void theFrontsOfTheZdtProblemsHaveTheirClosedForms() {
        assertThat(ofCurve(0, f1 -> 1 - Math.sqrt(f1))).isCloseTo(2.0 / 3, within(1e-5));
        assertThat(ofCurve(0, f1 -> 1 - f1 * f1)).isCloseTo(1.0 / 3, within(1e-5));
        assertThat(ofCurve(0, f1 -> 1 - Math.sqrt(f1) - f1 * Math.sin(10 * Math.PI * f1)))
                .isCloseTo(1.04443, within(1.5e-5));
        assertThat(ofCurve(0.2807753191, f1 -> 1 - f1 * f1)).isCloseTo(0.32596, within(1.5e-5));
    }

    @Test
    void theFrontsOfTheDtlzProblemsHaveTheirClosedForms() {
        double plane = 1 - 0.5 * 0.5 * 0.5 / 6;
        double sphere = 1.1 * 1.1 * 1.1 - Math.PI / 6;

        assertThat(plane).isCloseTo(0.97917, within(5e-6));
        assertThat(limit(1, 0.5, 1.0)).isCloseTo(plane, within(1e-5));
        assertThat(sphere).isCloseTo(0.80740, within(5e-6));
        assertThat(limit(2, 1, 1.1)).isCloseTo(sphere, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void itEqualsInclusionAndExclusion(int objectives) {
        SplittableRandom random = new SplittableRandom(objectives);
        for (int i = 0; i < 300; i++) {
            int count = random.nextInt(9);
            List<double[]> vectors = i % 2 == 0
                    ? RandomVectors.anywhere(count, objectives, random)
                    : RandomVectors.onGrid(count, objectives, 4, random);
            double[] reference = random.doubles(objectives, 0.6, 1.2).toArray();

            assertThat(Hypervolume.of(vectors, reference))
                    .isCloseTo(inclusionExclusion(vectors, reference), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void keptUpPointByPointItIsTheSame(int objectives) {
        SplittableRandom random = new SplittableRandom(objectives);
        double[] reference = random.doubles(objectives, 0.7, 1.1).toArray();
        for (int steps : new int[] {3, 10, 1_000_000}) {
            List<double[]> vectors = RandomVectors.onGrid(120, objectives, steps, random);
            GrowingHypervolume growing = new GrowingHypervolume(reference);
            assertThat(growing.value()).isZero();
            for (int i = 0; i < vectors.size(); i++) {
                double volume = growing.add(vectors.get(i));

                assertThat(volume)
                        .isEqualTo(growing.value())
                        .isCloseTo(Hypervolume.of(vectors.subList(0, i + 1), reference), within(1e-12));
            }
        }
    }

    @Test
    void tenThousandPointsAreAddedOneByOneInUnderASecond() {
        List<double[]> front = IntStream.range(0, 10_000)
                .mapToObj(i -> (i * 7_919 % 10_000 + 0.5) / 10_000)
                .map(x -> new double[] {x, 1 - Math.sqrt(x)})
                .toList();
        double[] reference = {1, 1};
        GrowingHypervolume growing = new GrowingHypervolume(reference);
        long start = System.nanoTime();
        front.forEach(growing::add);

        // It takes some milliseconds; a recount at each point would take minutes.
        assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
        assertThat(growing.value()).isCloseTo(Hypervolume.of(front, reference), within(1e-12));
    }

    @Test
    void nothingHasNoVolume() {
        assertThat(Hypervolume.of(List.of(), new double[] {1, 1})).isZero();
        assertThat(Hypervolume.of(List.of(), new double[] {1, 1, 1, 1})).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void duplicatesAndPointsOutsideChangeNothing(int objectives) {
        double[] reference = new double[objectives];
        Arrays.fill(reference, 0.9);
        List<double[]> vectors = RandomVectors.anywhere(20, objectives, new SplittableRandom(6));
        double volume = Hypervolume.of(vectors, reference);
        List<double[]> more = new ArrayList<>(vectors);
        more.addAll(vectors);
        double[] outside = new double[objectives];
        outside[objectives - 1] = 0.9;
        more.add(outside);
        double[] infinite = new double[objectives];
        infinite[0] = Double.POSITIVE_INFINITY;
        more.add(infinite);

        assertThat(volume).isPositive();
        assertThat(Hypervolume.of(more, reference)).isCloseTo(volume, within(1e-12));
    }

    @Test
    void notANumberAndWrongLengthsAreErrors() {
        double[] reference = {1, 1};
        GrowingHypervolume growing = new GrowingHypervolume(reference);
        for (double[] wrong : List.of(new double[] {0.5, Double.NaN}, new double[] {0.5}, new double[] {2, 2, 2})) {
            assertThatIllegalArgumentException().isThrownBy(() -> Hypervolume.of(List.of(wrong), reference));
            assertThatIllegalArgumentException().isThrownBy(() -> growing.add(wrong));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Hypervolume.of(List.of(), new double[] {1, Double.NaN}));
        assertThatIllegalArgumentException().isThrownBy(() -> new GrowingHypervolume(new double[0]));
    }

    /** The boxes of points at even distances lie within the curve's region by at most its fall over the points. */
    private static double ofCurve(double start, DoubleUnaryOperator curve) {
        List<double[]> points = IntStream.rangeClosed(0, POINTS)
                .mapToDouble(i -> start + (1 - start) * i / POINTS)
                .mapToObj(f1 -> new double[] {f1, curve.applyAsDouble(f1)})
                .toList();
        return Hypervolume.of(points, new double[] {1, 1});
    }

    /** What is missing under a lattice is proportional to its spacing, up to terms of second order. */
    private static double limit(int norm, double radius, double reference) {
        double coarse = Hypervolume.of(lattice(150, norm, radius), new double[] {reference, reference, reference});
        double fine = Hypervolume.of(lattice(300, norm, radius), new double[] {reference, reference, reference});
        return 2 * fine - coarse;
    }

    private static List<double[]> lattice(int steps, int norm, double radius) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            for (int j = 0; j <= steps - i; j++) {
                double[] p = {i, j, steps - i - j};
                double length =
                        Math.pow(Arrays.stream(p).map(x -> Math.pow(x, norm)).sum(), 1.0 / norm);
                points.add(Arrays.stream(p).map(x -> radius * x / length).toArray());
            }
        }
        return points;
    }

    private static double inclusionExclusion(List<double[]> vectors, double[] reference) {
        double volume = 0;
        for (int subset = 1; subset < 1 << vectors.size(); subset++) {
            double common = 1;
            for (int m = 0; m < reference.length; m++) {
                double worst = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < vectors.size(); i++) {
                    worst = (subset >> i & 1) == 1 ? Math.max(worst, vectors.get(i)[m]) : worst;
                }
                common *= Math.max(0, reference[m] - worst);
            }
            volume += Integer.bitCount(subset) % 2 == 1 ? common : -common;
        }
        return volume;
    }
}
