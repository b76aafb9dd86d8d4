package dev.skyline.strategy.bananas;

import dev.skyline.space.SearchSpace.PathEncodable;
import dev.skyline.strategy.Toy;
import org.junit.jupiter.api.Test;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MlpTest {

    private static final MlpEnsemble.Shape PUBLISHED =
            new MlpEnsemble.Shape(5, 10, 20, 150, 32, new Adam.Rates(0.01, 0.9, 0.99));

    /** A kink of the loss that lies within a difference spoils it, so one weight in twenty may be off. */
    @Test
    void gradientsAreWhatFiniteDifferencesSay() {
        SplittableRandom random = new SplittableRandom(1);
        Mlp mlp = new Mlp(7, 3, 6, random);
        SparseRow[] rows = Stream.generate(
                        () -> SparseRow.of(random.doubles(7, -1, 1).toArray()))
                .limit(16)
                .toArray(SparseRow[]::new);
        float[] targets = new float[rows.length];
        int[] batch = IntStream.range(0, rows.length).toArray();
        float[] weights = mlp.weights();
        float[] gradient = mlp.gradient(rows, targets, batch, 0, rows.length).clone();
        float step = 2e-3f;
        int wrong = 0;
        for (int i = 0; i < weights.length; i++) {
            float weight = weights[i];
            weights[i] = weight + step;
            double above = loss(mlp, rows);
            weights[i] = weight - step;
            double below = loss(mlp, rows);
            weights[i] = weight;
            wrong += Math.abs((above - below) / (2 * step) - gradient[i]) > 1e-3 ? 1 : 0;
        }

        assertThat(IntStream.range(0, gradient.length).filter(i -> gradient[i] != 0))
                .hasSizeGreaterThan(50);
        assertThat(wrong).isLessThanOrEqualTo(weights.length / 20);
    }

    @Test
    void anEnsembleRanksWhatItHasNotSeen() {
        PathEncodable space = (PathEncodable) Toy.space();
        SplittableRandom random = new SplittableRandom(2);
        double[] targets = new double[100];
        SparseRow[] rows = new SparseRow[targets.length];
        for (int i = 0; i < targets.length; i++) {
            var architecture = space.sample(random);
            rows[i] = SparseRow.of(space.encode(architecture));
            targets[i] = 100 + Toy.accuracy(architecture);
        }
        MlpEnsemble ensemble = MlpEnsemble.fit(PUBLISHED, 30, rows, targets, 1);
        double error = Stream.generate(() -> space.sample(random))
                .limit(300)
                .mapToDouble(a ->
                        Math.abs(ensemble.predict(SparseRow.of(space.encode(a))).mean() - 100 - Toy.accuracy(a)))
                .average()
                .orElseThrow();

        // Guessing the mean is wrong by 0.14 on average.
        assertThat(error).isLessThan(0.07);
    }

    @Test
    void equalTargetsAreLearntAsTheyAre() {
        SparseRow[] rows = {SparseRow.of(new double[] {1, 0}), SparseRow.of(new double[] {0, 1})};
        MlpEnsemble ensemble = MlpEnsemble.fit(PUBLISHED, 2, rows, new double[] {3, 3}, 1);

        assertThat(ensemble.predict(rows[0]).mean()).isCloseTo(3, within(0.2));
    }

    private static double loss(Mlp mlp, SparseRow[] rows) {
        return Stream.of(rows)
                .mapToDouble(row -> Math.abs(mlp.predict(row)))
                .average()
                .orElseThrow();
    }
}
