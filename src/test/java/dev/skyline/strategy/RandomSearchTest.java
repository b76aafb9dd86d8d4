package dev.skyline.strategy;

import dev.skyline.experiment.Trial;
import dev.skyline.space.SearchSpace;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RandomSearchTest extends SearchStrategyContract {

    @Override
    protected String id() {
        return "random";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of();
    }

    @Override
    protected List<Class<? extends SearchSpace>> needs() {
        return List.of();
    }

    @Override
    protected boolean isMultiObjective() {
        return true;
    }

    @Override
    protected boolean learns() {
        return false;
    }

    @Test
    void whatItFindsIsWhatOrderStatisticsExpect() {
        double[] accuracies =
                Toy.space().all().mapToDouble(Toy::accuracy).sorted().toArray();
        int trials = 30;
        double sum = 0;
        int seeds = 1_000;
        for (int seed = 0; seed < seeds; seed++) {
            List<Trial> found =
                    new Simulation(Toy.space(), Toy.ONE, Toy::outcome).run(strategy(Toy.ONE), trials, 1, seed);
            sum += Toy.best(found);
        }

        // One search's best has a standard deviation below 0.1, the mean of a thousand one of 0.003.
        assertThat(sum / seeds).isCloseTo(expectedBest(accuracies, trials), within(0.012));
    }

    @Test
    void onTheBenchmarkItFindsWhatOrderStatisticsExpect() throws IOException {
        Nb201Table table = Nb201Table.load();
        double expected = expectedBest(
                table.accuracies().mapToDouble(Double::doubleValue).sorted().toArray(), 150);

        assertThat(expected).isCloseTo(0.90857, within(5e-6));
        assertThat(table.meanBest(strategy(Toy.ONE), 150, 30)).isBetween(0.9070, 0.9102);
        assertThat(table.meanBest(strategy(Toy.ONE), 150, 2_000)).isCloseTo(expected, within(0.0005));
    }

    /** Of the best of {@code trials} draws from sorted values. */
    private static double expectedBest(double[] sorted, int trials) {
        double n = sorted.length;
        double sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            sum += sorted[i] * (Math.pow((i + 1) / n, trials) - Math.pow(i / n, trials));
        }
        assertThat(Arrays.stream(sorted).max()).hasValue(sorted[sorted.length - 1]);
        return sum;
    }
}
