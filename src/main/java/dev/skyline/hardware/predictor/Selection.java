package dev.skyline.hardware.predictor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tries recipes by cross-validation on the device's own measurements, and blends those that predict best what they did
 * not see.
 *
 * @param rows standardised features
 * @param plain how many of the first columns count operators without their neighbours
 */
record Selection(double[][] rows, double[] millis, int plain, Folds folds, long seed) {

    private static final double[] PENALTIES = {1e-6, 3e-5, 3e-4, 3e-3, 0.03, 0.3};
    private static final int[] TREES = {25, 50, 100, 200, Recipe.MOST_TREES};

    /** O(folds × rows × columns²). */
    Blend.Choice best() {
        Loss loss = new Loss(millis);
        List<Candidate> squared = new ArrayList<>();
        List<Candidate> robust = new ArrayList<>();
        for (Scale scale : Scale.values()) {
            for (int columns : IntStream.of(plain, rows[0].length).distinct().toArray()) {
                squared.add(best(penalised(scale, columns), loss));
            }
        }
        squared.sort(Comparator.comparing(candidate -> loss.of(candidate.millis())));
        for (Candidate candidate : squared.subList(0, Math.min(2, squared.size()))) {
            robust.add(evaluate(candidate.recipe().withRobustness()));
        }
        List<Candidate> candidates = new ArrayList<>(squared);
        candidates.addAll(robust);
        candidates.addAll(corrected(squared.get(0).recipe()));
        candidates.addAll(corrected(best(robust, loss).recipe()));
        return Blend.choose(candidates, loss);
    }

    private static Candidate best(List<Candidate> candidates, Loss loss) {
        return candidates.stream()
                .min(Comparator.comparing(candidate -> loss.of(candidate.millis())))
                .orElseThrow();
    }

    private List<Candidate> penalised(Scale scale, int columns) {
        double[] values = scale.of(millis);
        double[][] predicted = new double[PENALTIES.length][rows.length];
        for (int f = 0; f < folds.count(); f++) {
            int[] known = folds.outside(f);
            Ridge.Normal normal = new Ridge.Normal(
                    Numbers.pick(rows, known), columns, Numbers.pick(values, known), Ridge.ones(known.length));
            for (int p = 0; p < PENALTIES.length; p++) {
                Ridge ridge = normal.solve(PENALTIES[p]);
                for (int i : folds.inside(f)) {
                    predicted[p][i] = scale.millis(ridge.predict(rows[i]));
                }
            }
        }
        return IntStream.range(0, PENALTIES.length)
                .mapToObj(p -> new Candidate(new Recipe(scale, columns, false, PENALTIES[p], 0), predicted[p]))
                .toList();
    }

    private Candidate evaluate(Recipe recipe) {
        return new Candidate(recipe, folds.outOfFold(rows, millis, (x, y) -> recipe.fit(x, y, seed)::millis));
    }

    /** With growing numbers of trees, which are grown once. */
    private List<Candidate> corrected(Recipe base) {
        double[][] predicted = new double[TREES.length][rows.length];
        for (int f = 0; f < folds.count(); f++) {
            int[] known = folds.outside(f);
            Recipe.Fitted fitted =
                    base.withTrees(Recipe.MOST_TREES).fit(Numbers.pick(rows, known), Numbers.pick(millis, known), seed);
            for (int t = 0; t < TREES.length; t++) {
                Recipe.Fitted fewer = fitted.withTrees(TREES[t]);
                for (int i : folds.inside(f)) {
                    predicted[t][i] = fewer.millis(rows[i]);
                }
            }
        }
        return IntStream.range(0, TREES.length)
                .mapToObj(t -> new Candidate(base.withTrees(TREES[t]), predicted[t]))
                .toList();
    }
}
