package dev.skyline.strategy.nasbot;

import dev.skyline.strategy.Toy;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class OtmannTest {

    private static final double[] WEIGHTS = {0.1, 0.25, 0.61, 1.5};

    @Test
    void aNetworkIsAtNoDistanceFromItself() {
        for (Sketch sketch : sketches(50)) {
            assertThat(Otmann.distances(sketch, sketch, WEIGHTS))
                    .containsExactly(new double[WEIGHTS.length], within(1e-9));
        }
    }

    @Test
    void distancesAreSymmetric() {
        List<Sketch> sketches = sketches(40);
        for (int i = 0; i < 39; i++) {
            double[] there = Otmann.distances(sketches.get(i), sketches.get(i + 1), WEIGHTS);
            double[] back = Otmann.distances(sketches.get(i + 1), sketches.get(i), WEIGHTS);
            assertThat(back).containsExactly(there, within(1e-9));
            assertThat(there[3]).isGreaterThanOrEqualTo(there[0]);
        }
    }

    @Test
    void noDetourIsShorter() {
        SplittableRandom random = new SplittableRandom(7);
        List<Sketch> sketches = sketches(60);
        for (int round = 0; round < 200; round++) {
            Sketch a = sketches.get(random.nextInt(60));
            Sketch b = sketches.get(random.nextInt(60));
            Sketch c = sketches.get(random.nextInt(60));
            double[] direct = Otmann.distances(a, c, WEIGHTS);
            double[] first = Otmann.distances(a, b, WEIGHTS);
            double[] second = Otmann.distances(b, c, WEIGHTS);
            for (int i = 0; i < WEIGHTS.length; i++) {
                assertThat(direct[i]).isLessThanOrEqualTo(first[i] + second[i] + 1e-9);
            }
        }
    }

    @Test
    void differentNetworksAreApartAndMoreDifferentOnesFarther() {
        Sketch convolutions = sketch("|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|nor_conv_3x3~0|none~1|none~2|");
        Sketch oneOther = sketch("|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_1x1~1|+|nor_conv_3x3~0|none~1|none~2|");
        Sketch poolings = sketch("|avg_pool_3x3~0|+|none~0|avg_pool_3x3~1|+|none~0|none~1|avg_pool_3x3~2|");

        assertThat(Otmann.distances(convolutions, oneOther, WEIGHTS)[0])
                .isLessThan(Otmann.distances(convolutions, poolings, WEIGHTS)[0]);
    }

    @Test
    void theTransportSolverFindsTheSolutionOfTheLinearProgram() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 60; round++) {
            int rows = 1 + random.nextInt(7);
            int columns = 1 + random.nextInt(7);
            double[] supply = random.doubles(rows, 0, 1).toArray();
            double[] demand = random.doubles(columns, 0, 1).toArray();
            double scale = Arrays.stream(supply).sum() / Arrays.stream(demand).sum();
            Arrays.setAll(demand, j -> demand[j] * scale);
            // Coarse costs, so that many are equal.
            double[][] cost = Stream.generate(() -> random.doubles(columns, 0, 2)
                            .map(c -> Math.rint(4 * c) / 4)
                            .toArray())
                    .limit(rows)
                    .toArray(double[][]::new);

            assertThat(Transport.cost(supply, demand, cost)).isCloseTo(programmed(supply, demand, cost), within(1e-8));
        }
    }

    private static double programmed(double[] supply, double[] demand, double[][] cost) {
        int columns = demand.length;
        double[] costs = Arrays.stream(cost).flatMapToDouble(Arrays::stream).toArray();
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int i = 0; i < supply.length; i++) {
            double[] row = new double[costs.length];
            Arrays.fill(row, i * columns, (i + 1) * columns, 1);
            constraints.add(new LinearConstraint(row, Relationship.EQ, supply[i]));
        }
        // The last column's is implied by the others; stated as well, rounding makes it a contradiction.
        for (int j = 0; j < columns - 1; j++) {
            double[] column = new double[costs.length];
            for (int i = 0; i < supply.length; i++) {
                column[i * columns + j] = 1;
            }
            constraints.add(new LinearConstraint(column, Relationship.EQ, demand[j]));
        }
        return new SimplexSolver(1e-12, 10, 1e-14)
                .optimize(
                        new LinearObjectiveFunction(costs, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MINIMIZE,
                        new NonNegativeConstraint(true))
                .getValue();
    }

    private static List<Sketch> sketches(int count) {
        SplittableRandom random = new SplittableRandom(count);
        return Stream.generate(() -> Sketch.of(Toy.space().decode(Toy.space().sample(random))))
                .limit(count)
                .toList();
    }

    private static Sketch sketch(String text) {
        return Sketch.of(Toy.space().decode(Toy.space().parse(text)));
    }
}
