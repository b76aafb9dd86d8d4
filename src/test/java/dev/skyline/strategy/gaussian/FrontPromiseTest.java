package dev.skyline.strategy.gaussian;

import dev.skyline.metric.Hypervolume;
import dev.skyline.strategy.surrogate.Gaussian;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FrontPromiseTest {

    private static final double[] REFERENCE = {10, 10};

    /** Dominated, equal and out of reach are the last three. */
    private static final List<double[]> FOUND = List.of(
            new double[] {1, 8},
            new double[] {3, 5},
            new double[] {4, 2},
            new double[] {5, 6},
            new double[] {3, 5},
            new double[] {11, 1});

    private static double gain(double x, double y) {
        List<double[]> with = new ArrayList<>(FOUND);
        with.add(new double[] {x, y});
        return Hypervolume.of(with, REFERENCE) - Hypervolume.of(FOUND, REFERENCE);
    }

    private static double promise(Gaussian x, Gaussian y) {
        return FrontPromise.of(FOUND, REFERENCE).of(new Gaussian[] {x, y});
    }

    @Test
    void ofWhatIsKnownItIsTheGainInHypervolume() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            double x = random.nextDouble(12);
            double y = random.nextDouble(12);
            assertThat(promise(Gaussian.exactly(x), Gaussian.exactly(y))).isCloseTo(gain(x, y), within(1e-9));
        }
    }

    /** The standard error of the mean of 200,000 draws is below 0.02 where gains vary by 8 at most. */
    @Test
    void ofWhatIsBelievedItIsTheMeanGain() {
        SplittableRandom random = new SplittableRandom(4);
        for (Gaussian y : List.of(new Gaussian(4, 2), Gaussian.exactly(4))) {
            Gaussian x = new Gaussian(2.5, 1.5);
            double mean = IntStream.range(0, 200_000)
                    .mapToDouble(i -> gain(x.sample(random), y.sample(random)))
                    .average()
                    .orElseThrow();
            assertThat(promise(x, y)).isCloseTo(mean, within(0.08));
        }
    }

    @Test
    void withNothingFoundItIsTheAreaUpToTheReference() {
        assertThat(FrontPromise.of(List.of(), REFERENCE).of(new Gaussian[] {Gaussian.exactly(4), Gaussian.exactly(7)}))
                .isCloseTo(18, within(1e-12));
    }
}
