package dev.skyline.metric;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Random canonical vectors; on a grid, so that ties and duplicates are common, or anywhere in the unit cube. */
final class RandomVectors {

    private RandomVectors() {}

    static List<double[]> onGrid(int count, int objectives, int steps, RandomGenerator random) {
        return IntStream.range(0, count)
                .mapToObj(i -> random.doubles(objectives)
                        .map(x -> Math.floor(x * steps) / steps)
                        .toArray())
                .toList();
    }

    static List<double[]> anywhere(int count, int objectives, RandomGenerator random) {
        return IntStream.range(0, count)
                .mapToObj(i -> random.doubles(objectives).toArray())
                .toList();
    }
}
