package dev.skyline.strategy;

import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Problem;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.Plugin;
import dev.skyline.plugin.PluginSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One proposal, and the record of its outcome: at most a millisecond with ten thousand trials on record, by median, and at
 * most a tenth of a second with a thousand for strategies that fit a model.
 */
@Tag("figures")
class AskTimeTest {

    static final Set<String> MODEL_BASED =
            Set.of("gaussian-process", "bananas", "mo-bananas", "smac", "parego", "nasbot", "bohb");

    static Stream<String> cheap() {
        return Strategies.plugins().all().stream().map(Plugin::id).filter(id -> !MODEL_BASED.contains(id));
    }

    static Stream<String> modelBased() {
        return MODEL_BASED.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("cheap")
    void theMedianAskIsWithinAMillisecond(String id) {
        for (Problem problem : problems(id)) {
            SearchStrategy strategy = make(id, problem);
            Simulation simulation = new Simulation(Toy.space(), problem, Toy::outcome);
            simulation.run(strategy, 10_000, 1, 1);

            assertThat(median(simulation, id, problem, 301))
                    .as("median milliseconds for %s", problem)
                    .isLessThanOrEqualTo(1);
        }
    }

    /** What was tried at random leaves models more to do than what was tried of late. */
    @ParameterizedTest
    @MethodSource("modelBased")
    void theMedianAskOfAModelIsWithinATenthOfASecond(String id) {
        for (Problem problem : problems(id)) {
            Simulation simulation = new Simulation(Toy.space(), problem, Toy::outcome);
            simulation.run(RandomSearch.anywhere(), 1_000, 1, 1);

            assertThat(median(simulation, id, problem, 31))
                    .as("median milliseconds for %s", problem)
                    .isLessThanOrEqualTo(100);
        }
    }

    private static double median(Simulation simulation, String id, Problem problem, int asks) {
        double[] milliseconds = new double[asks];
        for (int i = 0; i < asks; i++) {
            long start = System.nanoTime();
            simulation.propose(make(id, problem), 2);
            simulation.finishFirst();
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(milliseconds);
        return milliseconds[asks / 2];
    }

    static List<Problem> problems(String id) {
        try {
            make(id, Toy.TWO);
            return List.of(Toy.ONE, Toy.TWO);
        } catch (InvalidSettings e) {
            return List.of(Toy.ONE, Toy.CONSTRAINED);
        }
    }

    static SearchStrategy make(String id, Problem problem) {
        return Strategies.plugins()
                .create(PluginSpec.of(id), new StrategyContext(Toy.space(), problem, Fidelity.epochs(27)));
    }
}
