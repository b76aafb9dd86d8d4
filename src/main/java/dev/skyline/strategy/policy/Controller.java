package dev.skyline.strategy.policy;

import java.util.SplittableRandom;

/**
 * A policy's parameters while they are learnt, by REINFORCE with a baseline (Williams 1992) and Adam (Kingma and Ba 2015).
 * The arrays of a controller that was handed out are not written to any more.
 *
 * @param slopes Adam's means of the gradients
 * @param squares Adam's means of their squares
 * @param steps updates made
 * @param baseline running mean of the rewards, before the correction for its start at 0
 */
record Controller(double[] parameters, double[] slopes, double[] squares, int steps, double baseline) {

    private static final double SLOPE_DECAY = 0.9;
    private static final double SQUARE_DECAY = 0.999;
    private static final double EPSILON = 1e-8;

    static Controller initial(Policy policy, long seed) {
        double[] parameters = policy.initial(new SplittableRandom(seed));
        return new Controller(parameters, new double[parameters.length], new double[parameters.length], 0, 0);
    }

    Controller copy() {
        return new Controller(parameters.clone(), slopes.clone(), squares.clone(), steps, baseline);
    }

    /**
     * After one more reward. Writes to this controller's arrays, so only for a copy. O(parameters).
     *
     * @param decay of the running mean of rewards
     */
    Controller updated(Policy policy, int[] choices, double reward, double learningRate, double decay) {
        double mean = decay * baseline + (1 - decay) * reward;
        double advantage = reward - mean / (1 - Math.pow(decay, steps + 1));
        double[] gradient = new double[parameters.length];
        policy.addGradient(parameters, choices, advantage, gradient);
        double slopeScale = 1 - Math.pow(SLOPE_DECAY, steps + 1);
        double squareScale = 1 - Math.pow(SQUARE_DECAY, steps + 1);
        for (int i = 0; i < gradient.length; i++) {
            slopes[i] = SLOPE_DECAY * slopes[i] + (1 - SLOPE_DECAY) * gradient[i];
            squares[i] = SQUARE_DECAY * squares[i] + (1 - SQUARE_DECAY) * gradient[i] * gradient[i];
            parameters[i] += learningRate * (slopes[i] / slopeScale) / (Math.sqrt(squares[i] / squareScale) + EPSILON);
        }
        return new Controller(parameters, slopes, squares, steps + 1, mean);
    }
}
