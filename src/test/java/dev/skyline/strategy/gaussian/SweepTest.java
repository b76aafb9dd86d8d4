package dev.skyline.strategy.gaussian;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SweepTest {

    private static List<int[]> points(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> new int[] {random.nextInt(3), random.nextInt(-1, 3), random.nextInt(4)})
                .limit(count)
                .toList();
    }

    @Test
    void correlationsAreTheKernelsInWhateverOrder() {
        OverlapKernel kernel = new OverlapKernel(new int[] {0, 0, 3}, new double[] {0.7, 0.2, 1.1});
        List<int[]> known = points(20, 1);
        for (List<int[]> points : List.of(
                points(50, 2), points(50, 2).stream().sorted(Arrays::compare).toList())) {
            Sweep sweep = new Sweep(kernel, known, points);
            for (int[] point : points) {
                double[] correlations = sweep.next();
                for (int j = 0; j < known.size(); j++) {
                    assertThat(correlations[j]).isCloseTo(kernel.of(point, known.get(j)), within(1e-12));
                }
            }
        }
    }
}
