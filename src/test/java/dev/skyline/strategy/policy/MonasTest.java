package dev.skyline.strategy.policy;

import dev.skyline.experiment.Trial;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Objective;
import dev.skyline.metric.Problem;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Nb201Table;
import dev.skyline.strategy.SearchStrategyContract;
import dev.skyline.strategy.Simulation;
import dev.skyline.strategy.Toy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class MonasTest extends SearchStrategyContract {

    @Override
    protected String id() {
        return "monas";
    }

    /** Faster than published, for a hundred trials. */
    @Override
    protected Map<String, Object> settings() {
        return Map.of("learningRate", 0.1, "repeats", false);
    }

    @Override
    protected List<Class<? extends SearchSpace>> needs() {
        return List.of(SearchSpace.Encodable.class);
    }

    @Override
    protected boolean isMultiObjective() {
        return true;
    }

    @Override
    protected boolean learns() {
        return true;
    }

    /** What a search returns is its best trial by constrained domination. */
    @Test
    @Tag("figures")
    void onTheBenchmarkWhatItReturnsMeetsTheBound() throws IOException {
        Nb201Table table = Nb201Table.load();
        Problem problem = new Problem(Toy.ONE.objectives(), List.of(Constraint.atMost(Nb201Table.CPU_LATENCY, 11)));
        for (int seed = 0; seed < 20; seed++) {
            List<Trial> trials = table.search(strategy(problem, Map.of()), problem, 500, seed);
            Trial best = trials.stream()
                    .reduce((a, b) -> problem.score(b.measurements())
                                    .orElseThrow()
                                    .dominates(problem.score(a.measurements()).orElseThrow())
                            ? b
                            : a)
                    .orElseThrow();
            assertThat(best.measurements().value(Nb201Table.CPU_LATENCY).orElseThrow())
                    .isLessThanOrEqualTo(11);
            assertThat(feasible(trials.subList(400, 500))).isGreaterThan(feasible(trials.subList(0, 100)));
        }
    }

    /** Below 0.25 all that is sampled has the least latency there is. */
    @Test
    @Tag("figures")
    void onTheBenchmarkLatencyFallsWithAlpha() throws IOException {
        Nb201Table table = Nb201Table.load();
        Problem problem =
                new Problem(List.of(Objective.of(Toy.ACCURACY), Objective.of(Nb201Table.CPU_LATENCY)), List.of());
        double last = Double.POSITIVE_INFINITY;
        for (double alpha : new double[] {1, 0.75, 0.5, 0.25}) {
            double sum = 0;
            for (int seed = 0; seed < 20; seed++) {
                sum += table.search(strategy(problem, Map.of("alpha", alpha)), problem, 500, seed).stream()
                        .skip(400)
                        .mapToDouble(trial -> trial.measurements()
                                .value(Nb201Table.CPU_LATENCY)
                                .orElseThrow())
                        .average()
                        .orElseThrow();
            }
            assertThat(sum / 20).as("mean latency at α = " + alpha).isLessThan(last);
            last = sum / 20;
        }
    }

    @Test
    void costFallsWithAlpha() {
        assertThat(convolutions(0.1)).isLessThan(convolutions(0.5) - 0.3);
        assertThat(convolutions(0.5)).isLessThan(convolutions(0.9) - 0.3);
    }

    /** Mean over the second hundred trials of five searches. */
    private double convolutions(double alpha) {
        double sum = 0;
        for (int seed = 0; seed < 5; seed++) {
            sum += new Simulation(Toy.space(), Toy.TWO, Toy::outcome)
                    .run(strategy(Toy.TWO, Map.of("alpha", alpha, "learningRate", 0.05)), 200, 1, seed).stream()
                            .skip(100)
                            .mapToDouble(trial ->
                                    trial.measurements().value(Toy.PARAMETERS).orElseThrow())
                            .average()
                            .orElseThrow();
        }
        return sum / 5;
    }

    private static long feasible(List<Trial> trials) {
        return trials.stream()
                .filter(trial ->
                        trial.measurements().value(Nb201Table.CPU_LATENCY).orElseThrow() <= 11)
                .count();
    }
}
