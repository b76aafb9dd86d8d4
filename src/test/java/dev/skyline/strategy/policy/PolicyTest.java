package dev.skyline.strategy.policy;

import dev.skyline.space.SearchSpace.Encodable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PolicyTest {

    private static final int[] OPTIONS = {3, 2, 4, 3};

    static Stream<Policy> policies() {
        return Stream.of(new Logits(OPTIONS), new Lstm(OPTIONS));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void theGradientIsThatOfFiniteDifferences(Policy policy) {
        double[] parameters = parameters(policy);
        for (int[] choices : new int[][] {{2, 1, 0, 1}, {0, Encodable.NONE, 3, 2}}) {
            double[] gradient = new double[parameters.length];
            policy.addGradient(parameters, choices, 1, gradient);
            for (int i = 0; i < parameters.length; i += parameters.length > 100 ? 31 : 1) {
                double numeric = (logarithm(policy, parameters, choices, i, 1e-5)
                                - logarithm(policy, parameters, choices, i, -1e-5))
                        / 2e-5;
                assertThat(gradient[i]).isCloseTo(numeric, within(1e-6 + 1e-4 * Math.abs(numeric)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void theProbabilitiesOfAllChoicesSumToOne(Policy policy) {
        double[] parameters = parameters(policy);
        double sum = 0;
        for (int i = 0; i < 72; i++) {
            int[] choices = {i % 3, i / 3 % 2, i / 6 % 4, i / 24};
            sum += Math.exp(policy.addGradient(parameters, choices, 1, new double[parameters.length]));
        }

        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    /** A share of 20,000 samples has a standard error of 0.0035 at most. */
    @ParameterizedTest
    @MethodSource("policies")
    void samplesComeWithTheirProbability(Policy policy) {
        double[] parameters = parameters(policy);
        int[] asked = {1, 0, 2, 2};
        double probability = Math.exp(policy.addGradient(parameters, asked, 1, new double[parameters.length]));
        SplittableRandom random = new SplittableRandom(6);
        long met = Stream.generate(() -> policy.sample(parameters, random))
                .limit(20_000)
                .filter(choices -> Arrays.equals(choices, asked))
                .count();

        assertThat(met / 20_000.0).isCloseTo(probability, within(0.015));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void whatIsRewardedBecomesLikely(Policy policy) {
        Controller controller = Controller.initial(policy, 3);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 500; i++) {
            int[] choices = policy.sample(controller.parameters(), random);
            controller = controller.copy().updated(policy, choices, choices[2] == 1 ? 1 : 0, 0.02, 0.9);
        }
        double[] parameters = controller.parameters();

        assertThat(Stream.generate(() -> policy.sample(parameters, random))
                        .limit(100)
                        .filter(choices -> choices[2] == 1)
                        .count())
                .isGreaterThan(80);
    }

    /** Far from the start, so that no part of the gradient is zero for symmetry. */
    private static double[] parameters(Policy policy) {
        SplittableRandom random = new SplittableRandom(2);
        return Arrays.stream(policy.initial(random))
                .map(ignored -> random.nextDouble(-0.5, 0.5))
                .toArray();
    }

    private static double logarithm(Policy policy, double[] parameters, int[] choices, int i, double step) {
        double[] moved = parameters.clone();
        moved[i] += step;
        return policy.addGradient(moved, choices, 1, new double[moved.length]);
    }
}
