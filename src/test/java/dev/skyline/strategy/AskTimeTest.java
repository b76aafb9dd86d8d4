package dev.skyline.strategy;

import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Problem;
import dev.skyline.plugin.Plugin;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One proposal, and the record of its outcome, by median: at most a millisecond with ten thousand trials on record; where
 * a model is learnt from them, 100 milliseconds with a thousand.
 */
@Tag("figures")
class AskTimeTest {

    private static final Set<String> MODEL_BASED = Set.of("bohb");
    private static final int ASKS = 301;

    static Stream<String> strategies() {
        return Strategies.plugins().all().stream().map(Plugin::id);
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void theMedianAskIsWithinItsLimit(String id) {
        boolean isModelBased = MODEL_BASED.contains(id);
        for (Problem problem : List.of(Toy.ONE, Toy.TWO)) {
            SearchSpace space = Toy.space();
            Simulation simulation = new Simulation(space, problem, Toy::outcome);
            simulation.run(make(id, space, problem), isModelBased ? 1_000 : 10_000, 1, 1);
            double[] milliseconds = new double[ASKS];
            for (int i = 0; i < ASKS; i++) {
                long start = System.nanoTime();
                simulation.propose(make(id, space, problem), 2);
                simulation.finishFirst();
                milliseconds[i] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(milliseconds);

            assertThat(milliseconds[ASKS / 2])
                    .as("median milliseconds for %s", problem)
                    .isLessThanOrEqualTo(isModelBased ? 100 : 1);
        }
    }

    private static SearchStrategy make(String id, SearchSpace space, Problem problem) {
        return Strategies.plugins().create(PluginSpec.of(id), new StrategyContext(space, problem, Fidelity.epochs(27)));
    }
}
