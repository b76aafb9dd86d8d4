package dev.skyline.hardware.predictor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The mean of recipes, some of them several times. Which ones is found greedily, each time that which helps most (Caruana
 * et al. 2004, Ensemble Selection from Libraries of Models): it wavers less from sample to sample than the best alone.
 */
record Blend(List<Recipe> recipes) {

    private static final int MOST = 6;

    /** An earlier, simpler candidate is as good when it is worse by no more than this. */
    private static final double NO_BETTER = 0.003;

    private static final double NEGLIGIBLE = 1e-5;

    /** @param millis predicted for each row without having seen it */
    record Choice(Blend blend, double[] millis) {}

    /** @param fitted with the number of times that it counts */
    record Fitted(Map<Recipe.Fitted, Long> fitted) {

        double millis(double[] row) {
            double sum = 0;
            long count = 0;
            for (Map.Entry<Recipe.Fitted, Long> each : fitted.entrySet()) {
                sum += each.getValue() * each.getKey().millis(row);
                count += each.getValue();
            }
            return sum / count;
        }
    }

    /** O(candidates × rows). */
    static Choice choose(List<Candidate> candidates, Loss loss) {
        List<Recipe> chosen = new ArrayList<>();
        double[] blended = new double[0];
        double least = Double.POSITIVE_INFINITY;
        while (chosen.size() < MOST) {
            Candidate best = null;
            double[] bestBlend = blended;
            for (Candidate candidate : candidates) {
                double[] with = with(blended, chosen.size(), candidate.millis());
                double reached = loss.of(with);
                if (reached < least * (1 - (chosen.isEmpty() ? NO_BETTER : 0)) - NEGLIGIBLE) {
                    best = candidate;
                    bestBlend = with;
                    least = reached;
                }
            }
            if (best == null) {
                break;
            }
            chosen.add(best.recipe());
            blended = bestBlend;
        }
        return new Choice(new Blend(chosen), blended);
    }

    private static double[] with(double[] mean, int count, double[] one) {
        if (count == 0) {
            return one;
        }
        double[] with = new double[one.length];
        for (int i = 0; i < with.length; i++) {
            with[i] = (count * mean[i] + one[i]) / (count + 1);
        }
        return with;
    }

    private Map<Recipe, Long> counts() {
        return recipes.stream().collect(Collectors.groupingBy(recipe -> recipe, Collectors.counting()));
    }

    Fitted fit(double[][] rows, double[] millis, long seed) {
        return new Fitted(counts().entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().fit(rows, millis, seed), Map.Entry::getValue)));
    }

    /** Whether most of it multiplies costs. */
    Scale scale() {
        long logarithmic = recipes.stream()
                .filter(recipe -> recipe.scale() == Scale.LOGARITHMIC)
                .count();
        return 2 * logarithmic > recipes.size() ? Scale.LOGARITHMIC : Scale.LINEAR;
    }

    /** For people. */
    @Override
    public String toString() {
        return recipes.stream().distinct().map(Recipe::toString).collect(Collectors.joining("; "));
    }
}
