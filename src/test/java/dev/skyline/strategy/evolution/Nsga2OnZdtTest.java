package dev.skyline.strategy.evolution;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.metric.Hypervolume;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Objective;
import dev.skyline.metric.Problem;
import dev.skyline.strategy.Simulation;
import dev.skyline.strategy.StrategyContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The problems of Zitzler, Deb and Thiele 2000 under the terms of Deb et al. 2002: a population of 100, 25,000
 * evaluations. The hypervolume is the last population's, against (1, 1). The bounds are those that a right implementation
 * reaches from every seed.
 */
@Tag("figures")
class Nsga2OnZdtTest {

    private static final int SEEDS = 10;
    private static final int EVALUATIONS = 25_000;
    private static final Problem PROBLEM = new Problem(
            List.of(Objective.of(MetricKey.of(Metric.PARAMETERS)), Objective.of(MetricKey.of(Metric.MACS))), List.of());

    enum Zdt {
        ZDT1(new ZdtSpace(30, 0, 1), 0.6585, x -> new double[] {x[0], convex(x[0], linear(x))}),
        ZDT2(new ZdtSpace(30, 0, 1), 0.3250, x -> new double[] {x[0], concave(x[0], linear(x))}),
        ZDT4(new ZdtSpace(10, -5, 5), 0.6480, x -> new double[] {x[0], convex(x[0], rastrigin(x))}),
        ZDT6(new ZdtSpace(10, 0, 1), 0.3110, x -> {
            double f1 = 1 - Math.exp(-4 * x[0]) * Math.pow(Math.sin(6 * Math.PI * x[0]), 6);
            return new double[] {f1, concave(f1, 1 + 9 * Math.pow((linear(x) - 1) / 9, 0.25))};
        });

        private final ZdtSpace space;
        private final double bound;
        private final UnaryOperator<double[]> objectives;

        Zdt(ZdtSpace space, double bound, UnaryOperator<double[]> objectives) {
            this.space = space;
            this.bound = bound;
            this.objectives = objectives;
        }

        private static double linear(double[] x) {
            return 1 + 9 * Arrays.stream(x).skip(1).sum() / (x.length - 1);
        }

        private static double rastrigin(double[] x) {
            return 1
                    + 10 * (x.length - 1)
                    + Arrays.stream(x)
                            .skip(1)
                            .map(v -> v * v - 10 * Math.cos(4 * Math.PI * v))
                            .sum();
        }

        private static double convex(double f1, double g) {
            return g * (1 - Math.sqrt(f1 / g));
        }

        private static double concave(double f1, double g) {
            return g * (1 - f1 / g * (f1 / g));
        }

        private TrialOutcome outcome(Architecture architecture) {
            double[] f = objectives.apply(ZdtSpace.values(architecture));
            return TrialOutcome.completed(
                    Measurements.of(
                            Measurement.computed(Metric.PARAMETERS, f[0]), Measurement.computed(Metric.MACS, f[1])),
                    Optional.empty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLastPopulationComesAsNearToTheFrontAsPublished(Zdt zdt) {
        Nsga2 strategy = new Nsga2(new Nsga2.Settings(100, 0.9, 1), new StrategyContext(zdt.space, PROBLEM));
        for (int seed = 0; seed < SEEDS; seed++) {
            Simulation simulation = new Simulation(zdt.space, PROBLEM, zdt::outcome);
            List<Trial> trials = simulation.run(strategy, EVALUATIONS, 1, seed);
            assertThat(trials).hasSize(EVALUATIONS);
            List<double[]> population = strategy.parents(simulation.snapshot()).stream()
                    .map(parent -> parent.member().score().objectives())
                    .toList();

            assertThat(Hypervolume.of(population, new double[] {1, 1}))
                    .as("seed %d", seed)
                    .isGreaterThan(zdt.bound);
        }
    }
}
