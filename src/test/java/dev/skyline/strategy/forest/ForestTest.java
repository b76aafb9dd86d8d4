package dev.skyline.strategy.forest;

import dev.skyline.space.SearchSpace.Encodable;
import dev.skyline.strategy.Toy;
import dev.skyline.strategy.surrogate.Gaussian;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ForestTest {

    private static final Features ORDERED = new Features(null, new int[] {4}, new boolean[] {true});
    private static final Forest.Shape SHAPE = new Forest.Shape(10, 3, 1, 5.0 / 6);

    @Test
    void orderedLevelsAreSplitBetweenTwoOfThemAndOthersBetweenAnySets() {
        int[][] points = {{0}, {1}, {2}, {3}};
        double[] values = {0, 1, 0, 1};
        int[] all = {0, 1, 2, 3};
        Features unordered = new Features(null, new int[] {4}, new boolean[] {false});

        Split between = Split.best(ORDERED, 0, points, values, all, 1);
        Split sets = Split.best(unordered, 0, points, values, all, 1);

        // 0 | 1 0 1 leaves squared errors of 2/3 of the 1 that there is; the sets leave none.
        assertThat(between.gain()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(between.goesLeft()).containsExactly(true, false, false, false);
        assertThat(sets.gain()).isCloseTo(1, within(1e-12));
        assertThat(sets.goesLeft()).containsExactly(true, false, true, false);
    }

    @Test
    void theBestSplitOfUnorderedLevelsIsTheBestOfAllSplits() {
        SplittableRandom random = new SplittableRandom(3);
        Features features = new Features(null, new int[] {5}, new boolean[] {false});
        for (int round = 0; round < 50; round++) {
            int[][] points = IntStream.range(0, 20)
                    .mapToObj(i -> new int[] {random.nextInt(5)})
                    .toArray(int[][]::new);
            double[] values = random.doubles(20).toArray();
            double best = IntStream.range(1, 31)
                    .mapToDouble(set -> gain(points, values, set))
                    .max()
                    .orElseThrow();

            assertThat(Split.best(
                                    features,
                                    0,
                                    points,
                                    values,
                                    IntStream.range(0, 20).toArray(),
                                    1)
                            .gain())
                    .isCloseTo(best, within(1e-12));
        }
    }

    @Test
    void aForestRanksWhatItHasNotSeenAndDoubtsItMore() {
        Features features = Features.of((Encodable) Toy.space());
        SplittableRandom random = new SplittableRandom(2);
        var seen = Stream.generate(() -> Toy.space().sample(random)).limit(150).toList();
        int[][] points = seen.stream().map(features::of).toArray(int[][]::new);
        Forest forest = Forest.fit(
                SHAPE,
                features,
                points,
                seen.stream().mapToDouble(Toy::accuracy).toArray(),
                random);
        var others =
                Stream.generate(() -> Toy.space().sample(random)).limit(300).toList();
        double error = others.stream()
                .mapToDouble(a -> Math.abs(forest.of(features.of(a)).mean() - Toy.accuracy(a)))
                .average()
                .orElseThrow();

        // Guessing the mean is wrong by 0.14 on average.
        assertThat(error).isLessThan(0.08);
        assertThat(others.stream()
                        .map(a -> forest.of(features.of(a)))
                        .mapToDouble(Gaussian::deviation)
                        .average()
                        .orElseThrow())
                .isGreaterThan(Arrays.stream(points)
                        .map(forest::of)
                        .mapToDouble(Gaussian::deviation)
                        .average()
                        .orElseThrow());
    }

    /** Of sending the levels in a set of bits to the left. */
    private static double gain(int[][] points, double[] values, int set) {
        return errors(points, values, 31) - errors(points, values, set) - errors(points, values, 31 & ~set);
    }

    private static double errors(int[][] points, double[] values, int set) {
        double[] chosen = IntStream.range(0, values.length)
                .filter(i -> (set >> points[i][0] & 1) == 1)
                .mapToDouble(i -> values[i])
                .toArray();
        double mean = Arrays.stream(chosen).average().orElse(0);
        return Arrays.stream(chosen)
                .map(value -> (value - mean) * (value - mean))
                .sum();
    }
}
