package dev.skyline.hardware.predictor;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Rows dealt out at random, so that each can be predicted by a model that did not see it. */
record Folds(int[] fold, int count) {

    private static final int MOST = 5;

    /** What is made of the rows outside a fold. */
    interface Learner {
        ToDoubleFunction<double[]> learn(double[][] rows, double[] values);
    }

    static Folds of(int rows, long seed) {
        int[] order = Numbers.shuffled(rows, new SplittableRandom(seed));
        int[] fold = new int[rows];
        IntStream.range(0, rows).forEach(i -> fold[order[i]] = i % MOST);
        return new Folds(fold, MOST);
    }

    int[] inside(int which) {
        return IntStream.range(0, fold.length).filter(i -> fold[i] == which).toArray();
    }

    int[] outside(int which) {
        return IntStream.range(0, fold.length).filter(i -> fold[i] != which).toArray();
    }

    /** For each row the answer of what was learned without its fold. */
    double[] outOfFold(double[][] rows, double[] values, Learner learner) {
        double[] predicted = new double[rows.length];
        for (int f = 0; f < count; f++) {
            int[] known = outside(f);
            ToDoubleFunction<double[]> learned = learner.learn(Numbers.pick(rows, known), Numbers.pick(values, known));
            Arrays.stream(inside(f)).forEach(i -> predicted[i] = learned.applyAsDouble(rows[i]));
        }
        return predicted;
    }
}
