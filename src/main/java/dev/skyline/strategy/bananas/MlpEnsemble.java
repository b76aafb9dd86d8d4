package dev.skyline.strategy.bananas;

import dev.skyline.strategy.surrogate.Gaussian;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Networks trained on the same data from different beginnings: their spread tells how unsure the prediction is. */
final class MlpEnsemble {

    /** Rows up to which all epochs are run; with more there are fewer passes, so that a round's cost has a bound. */
    private static final int FULL_TRAINING = 500;

    private final Mlp[] members;
    private final double offset;
    private final double scale;

    private MlpEnsemble(Mlp[] members, double offset, double scale) {
        this.members = members;
        this.offset = offset;
        this.scale = scale;
    }

    /** How it is built and trained; the paper's values stand at {@link Bananas.Settings}. */
    record Shape(int members, int hiddenLayers, int width, int epochs, int batchSize, Adam.Rates rates) {}

    /**
     * Trains on standardised targets. O(members × epochs × rows × weights), for at most {@value #FULL_TRAINING}
     * rows: then the number of passes falls as that of rows grows.
     *
     * @param inputs length of the encoding
     * @param targets one for each of the rows, of which there is at least one; finite
     */
    static MlpEnsemble fit(Shape shape, int inputs, SparseRow[] rows, double[] targets, long seed) {
        Moments moments = Moments.of(targets);
        float[] standard = new float[targets.length];
        for (int i = 0; i < targets.length; i++) {
            standard[i] = (float) ((targets[i] - moments.mean()) / moments.scale());
        }
        SplittableRandom seeds = new SplittableRandom(seed);
        Mlp[] members = new Mlp[shape.members()];
        for (int i = 0; i < members.length; i++) {
            members[i] = member(shape, inputs, rows, standard, seeds.split());
        }
        return new MlpEnsemble(members, moments.mean(), moments.scale());
    }

    private static Mlp member(Shape shape, int inputs, SparseRow[] rows, float[] targets, RandomGenerator random) {
        Mlp mlp = new Mlp(inputs, shape.hiddenLayers(), shape.width(), random);
        Adam adam = new Adam(shape.rates(), mlp.weights().length);
        int[] order = new int[rows.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        int epochs = Math.max(1, shape.epochs() * FULL_TRAINING / Math.max(FULL_TRAINING, rows.length));
        for (int epoch = 0; epoch < epochs; epoch++) {
            shuffle(order, random);
            for (int from = 0; from < order.length; from += shape.batchSize()) {
                mlp.train(adam, rows, targets, order, from, Math.min(order.length, from + shape.batchSize()));
            }
        }
        return mlp;
    }

    private static void shuffle(int[] order, RandomGenerator random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    /** Mean and spread over the members, in units of the targets. */
    synchronized Gaussian predict(SparseRow row) {
        double[] values = new double[members.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = offset + scale * members[i].predict(row);
        }
        Moments moments = Moments.of(values);
        return new Gaussian(moments.mean(), moments.deviation());
    }
}
