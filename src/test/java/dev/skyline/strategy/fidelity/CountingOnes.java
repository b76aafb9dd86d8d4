package dev.skyline.strategy.fidelity;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.network.Network;
import dev.skyline.space.Decision;
import dev.skyline.space.SearchSpace;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The counting-ones problem of Falkner et al. 2018, section 5.1: the sum of 8 binary values and 8 probabilities, of which
 * b draws each are seen with a budget of b. Probabilities have 1,001 levels. There are no networks behind it.
 */
final class CountingOnes implements SearchSpace.Encodable {

    static final double BEST = 16;

    private static final int EACH = 8;
    private static final int LEVELS = 1_001;
    private static final List<Decision> DECISIONS = made();

    private static List<Decision> made() {
        List<String> levels = IntStream.range(0, LEVELS)
                .mapToObj(level -> Double.toString(level / (LEVELS - 1.0)))
                .toList();
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            decisions.add(new Decision("x" + i, List.of("0", "1"), false));
        }
        for (int i = 0; i < EACH; i++) {
            decisions.add(new Decision("p" + i, levels, true));
        }
        return decisions;
    }

    /** What is sought after, without noise. */
    static double value(Architecture architecture) {
        return Arrays.stream(values(architecture)).sum();
    }

    /** Accuracy is used for the share of ones; the draws of an architecture and budget are always the same. */
    static TrialOutcome outcome(Architecture architecture, Fidelity fidelity) {
        double[] values = values(architecture);
        RandomGenerator random = new SplittableRandom(31L * architecture.text().hashCode() + fidelity.epochs());
        double sum = Arrays.stream(values, 0, EACH).sum();
        for (int i = EACH; i < 2 * EACH; i++) {
            double p = values[i];
            sum += IntStream.range(0, fidelity.epochs())
                            .filter(draw -> random.nextDouble() < p)
                            .count()
                    / (double) fidelity.epochs();
        }
        return TrialOutcome.completed(
                Measurements.of(Measurement.measured(Metric.ACCURACY, sum / BEST)), Optional.empty());
    }

    private static double[] values(Architecture architecture) {
        int[] choices = parsed(architecture.text());
        double[] values = new double[choices.length];
        Arrays.setAll(values, i -> i < EACH ? choices[i] : choices[i] / (LEVELS - 1.0));
        return values;
    }

    private static int[] parsed(String text) {
        return Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    @Override
    public Architecture sample(RandomGenerator random) {
        return architecture(DECISIONS.stream()
                        .mapToInt(decision -> random.nextInt(decision.options().size()))
                        .toArray())
                .orElseThrow();
    }

    @Override
    public List<Decision> decisions() {
        return DECISIONS;
    }

    @Override
    public int[] choices(Architecture architecture) {
        return parsed(architecture.text());
    }

    @Override
    public Optional<Architecture> architecture(int[] choices) {
        return Optional.of(Architecture.of(
                Arrays.stream(choices).mapToObj(Integer::toString).collect(Collectors.joining(","))));
    }

    @Override
    public Architecture parse(String text) {
        return architecture(parsed(text)).orElseThrow();
    }

    @Override
    public Network decode(Architecture architecture) {
        throw new UnsupportedOperationException("there are no networks here");
    }

    @Override
    public BigInteger size() {
        return BigInteger.TWO.pow(EACH).multiply(BigInteger.valueOf(LEVELS).pow(EACH));
    }
}
