package dev.skyline.strategy.fidelity;

import dev.skyline.Statistics;
import dev.skyline.strategy.fidelity.KernelDensity.Dimension;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class KernelDensityTest {

    private static final Dimension FOUR = new Dimension(4);

    private static List<double[]> points(double... values) {
        return DoubleStream.of(values).mapToObj(value -> new double[] {value}).toList();
    }

    private static double density(KernelDensity kernels, double... vector) {
        return Math.exp(kernels.logDensity(vector));
    }

    @Test
    void bandwidthsFollowTheNormalReferenceRule() {
        KernelDensity continuous = new KernelDensity(List.of(Dimension.CONTINUOUS), points(0.2, 0.4, 0.6), 0.001);
        KernelDensity binary = new KernelDensity(List.of(new Dimension(2)), points(0, 0, 1, 0), 0.001);

        double deviation = Math.sqrt(0.08 / 3);
        assertThat(continuous.bandwidth(0)).isCloseTo(1.06 * deviation * Math.pow(3, -0.2), within(1e-12));
        assertThat(binary.bandwidth(0)).isCloseTo(1.06 * Math.sqrt(0.1875) * Math.pow(4, -0.2), within(1e-12));
    }

    @Test
    void theBandwidthOfOptionsDoesNotDependOnTheirOrderAndNeverFavoursWhatDiffers() {
        KernelDensity near = new KernelDensity(List.of(FOUR), points(0, 1, 1, 1, 1, 1), 0.001);
        KernelDensity far = new KernelDensity(List.of(FOUR), points(0, 3, 3, 3, 3, 3), 0.001);
        KernelDensity wild = new KernelDensity(List.of(FOUR), points(0, 3), 0.7501);

        assertThat(near.bandwidth(0)).isEqualTo(far.bandwidth(0));
        assertThat(wild.bandwidth(0)).isEqualTo(0.75);
        assertThat(density(wild, 1)).isCloseTo(density(wild, 0), within(1e-12));
    }

    @Test
    void alikePointsStillHaveTheLeastBandwidth() {
        KernelDensity kernels = new KernelDensity(List.of(Dimension.CONTINUOUS, FOUR), twice(0.5, 2), 0.001);

        assertThat(kernels.bandwidth(0)).isEqualTo(0.001);
        assertThat(kernels.bandwidth(1)).isEqualTo(0.001);
        assertThat(kernels.logDensity(new double[] {0.9, 0})).isFinite();
    }

    private static List<double[]> twice(double... vector) {
        return List.of(vector, vector.clone());
    }

    @Test
    void theDensityOfMixedVectorsSumsToOne() {
        SplittableRandom random = new SplittableRandom(1);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            points.add(new double[] {random.nextDouble(), random.nextInt(4)});
        }
        KernelDensity kernels = new KernelDensity(List.of(Dimension.CONTINUOUS, FOUR), points, 0.001);
        double step = 0.001;
        double sum = 0;
        for (double x = -3; x < 4; x += step) {
            for (int option = 0; option < 4; option++) {
                sum += step * density(kernels, x, option);
            }
        }

        assertThat(sum).isCloseTo(1, within(1e-6));
    }

    @Test
    void samplesOfOptionsFollowTheirDensity() {
        KernelDensity kernels = new KernelDensity(List.of(FOUR), points(0, 0, 0, 2, 2, 1), 0.001);
        SplittableRandom random = new SplittableRandom(2);
        long[] seen = new long[4];
        for (int i = 0; i < 20_000; i++) {
            seen[(int) kernels.sample(3, random)[0]]++;
        }
        double h = kernels.bandwidth(0);

        // A point's option is kept with probability 1 - h, and else drawn anew from all four.
        double[] shares = {3 / 6.0, 1 / 6.0, 2 / 6.0, 0};
        Statistics.assertFollows(
                seen,
                DoubleStream.of(shares).map(share -> share * (1 - h) + h / 4).toArray());
    }

    @Test
    void samplesOfContinuousValuesStayInTheirRangeAndAreWiderThanTheKernels() {
        KernelDensity kernels = new KernelDensity(List.of(Dimension.CONTINUOUS), points(0.5, 0.51, 0.49), 0.001);
        SplittableRandom random = new SplittableRandom(3);
        double[] samples = IntStream.range(0, 10_000)
                .mapToDouble(i -> kernels.sample(3, random)[0])
                .toArray();
        double variance = DoubleStream.of(samples)
                .map(x -> (x - 0.5) * (x - 0.5))
                .average()
                .orElseThrow();

        assertThat(DoubleStream.of(samples)).allMatch(x -> x >= 0 && x <= 1);
        double expected = 9 * kernels.bandwidth(0) * kernels.bandwidth(0) + 0.0002 / 3;
        assertThat(variance).isCloseTo(expected, within(0.05 * expected));
        KernelDensity edge = new KernelDensity(List.of(Dimension.CONTINUOUS), points(0, 1, 0), 0.5);
        assertThat(IntStream.range(0, 1_000).mapToDouble(i -> edge.sample(3, random)[0]))
                .allMatch(x -> x >= 0 && x <= 1);
    }
}
