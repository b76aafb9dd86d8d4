package dev.skyline.dl4j.layer;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Softmax and cross-entropy in one, in nats. Takes scores, so that no logarithm of a rounded probability is taken; the
 * activation it is handed is softmax and is not asked.
 */
final class CrossEntropy implements ILossFunction {

    private static final long serialVersionUID = 1L;

    @Override
    public double computeScore(INDArray labels, INDArray scores, IActivation softmax, INDArray mask, boolean average) {
        double sum = 0;
        for (double loss : losses(labels, scores)) {
            sum += loss;
        }
        return average ? sum / scores.size(0) : sum;
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray scores, IActivation softmax, INDArray mask) {
        return Nd4j.createFromArray(losses(labels, scores))
                .castTo(scores.dataType())
                .reshape(-1, 1);
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray scores, IActivation softmax, INDArray mask) {
        int classes = (int) scores.size(1);
        float[] expected = values(labels);
        float[] gradient = values(scores);
        for (int from = 0; from < gradient.length; from += classes) {
            double logSum = logSumOfExponentials(gradient, from, classes);
            for (int i = from; i < from + classes; i++) {
                gradient[i] = (float) Math.exp(gradient[i] - logSum) - expected[i];
            }
        }
        INDArray result = Nd4j.createUninitialized(scores.dataType(), scores.shape(), 'c');
        Floats.of(result).put(gradient);
        return result;
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray scores, IActivation softmax, INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(labels, scores, softmax, mask, average), computeGradient(labels, scores, softmax, mask));
    }

    private static double[] losses(INDArray labels, INDArray scores) {
        int classes = (int) scores.size(1);
        float[] expected = values(labels);
        float[] given = values(scores);
        double[] losses = new double[given.length / classes];
        for (int n = 0; n < losses.length; n++) {
            double logSum = logSumOfExponentials(given, n * classes, classes);
            for (int i = n * classes; i < (n + 1) * classes; i++) {
                losses[n] += expected[i] * (logSum - given[i]);
            }
        }
        return losses;
    }

    private static double logSumOfExponentials(float[] scores, int from, int count) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < from + count; i++) {
            largest = Math.max(largest, scores[i]);
        }
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += Math.exp(scores[i] - largest);
        }
        return largest + Math.log(sum);
    }

    private static float[] values(INDArray array) {
        float[] values = new float[(int) array.length()];
        Floats.of(Floats.contiguous(array)).get(values);
        return values;
    }

    @Override
    public String name() {
        return "cross-entropy";
    }
}
