package dev.skyline.strategy.bananas;

/** The optimiser of Kingma and Ba 2015, Adam: A Method for Stochastic Optimization, ICLR, by the names of its algorithm 1. */
final class Adam {

    private static final float EPSILON = 1e-7f;

    private final Rates rates;
    private final float[] m;
    private final float[] v;
    private int t;

    /** @param learningRate the paper's α */
    record Rates(double learningRate, double beta1, double beta2) {}

    Adam(Rates rates, int size) {
        this.rates = rates;
        this.m = new float[size];
        this.v = new float[size];
    }

    /** O(weights). The biases of the moments are taken out through the step size, as the paper advises in section 2. */
    void step(float[] weights, float[] gradient) {
        t++;
        float alpha = (float)
                (rates.learningRate() * Math.sqrt(1 - Math.pow(rates.beta2(), t)) / (1 - Math.pow(rates.beta1(), t)));
        float b1 = (float) rates.beta1();
        float b2 = (float) rates.beta2();
        for (int i = 0; i < weights.length; i++) {
            float g = gradient[i];
            m[i] = b1 * m[i] + (1 - b1) * g;
            v[i] = b2 * v[i] + (1 - b2) * g * g;
            weights[i] -= alpha * m[i] / ((float) Math.sqrt(v[i]) + EPSILON);
        }
    }
}
