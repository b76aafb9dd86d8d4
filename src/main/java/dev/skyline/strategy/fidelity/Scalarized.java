package dev.skyline.strategy.fidelity;

import dev.skyline.metric.Score;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Several objectives as one, under random weights: the augmented Tchebycheff function with ρ = 0.05 (Knowles 2006, ParEGO)
 * of objectives scaled to their range. What is learnt for one proposal leads to one part of the front, and over the
 * proposals to all of it (as Schmucker et al. 2020 do with Hyperband).
 */
final class Scalarized {

    private static final double RHO = 0.05;

    private Scalarized() {}

    /** Less violated before more, then by the weighted objectives. */
    static <T extends Scored> List<T> bestFirst(List<T> items, RandomGenerator random) {
        List<double[]> finite = items.stream()
                .map(item -> item.score().objectives())
                .filter(values -> Arrays.stream(values).allMatch(Double::isFinite))
                .toList();
        int objectives = items.get(0).score().objectives().length;
        double[] scales = new double[objectives];
        double[] least = new double[objectives];
        for (int i = 0; i < objectives; i++) {
            int objective = i;
            double[] sorted = finite.stream()
                    .mapToDouble(values -> values[objective])
                    .sorted()
                    .toArray();
            double range = sorted.length == 0 ? 0 : sorted[sorted.length - 1] - sorted[0];
            least[i] = sorted.length == 0 ? 0 : sorted[0];
            scales[i] = random.nextExponential() / (range > 0 ? range : 1);
        }
        ToDoubleFunction<Score> value = score -> {
            double greatest = 0;
            double sum = 0;
            for (int i = 0; i < objectives; i++) {
                double term = scales[i] * (score.objectives()[i] - least[i]);
                greatest = Math.max(greatest, term);
                sum += term;
            }
            return greatest + RHO * sum;
        };
        return items.stream()
                .sorted(Comparator.comparing(
                        Scored::score,
                        Comparator.comparingDouble(Score::violation).thenComparingDouble(value)))
                .toList();
    }
}
