package dev.skyline.dl4j;

/** Gradient descent with Nesterov momentum, in the form of Sutskever et al. 2013 that takes the gradient in place. */
final class Nesterov implements StepRule {

    private static final float MOMENTUM = 0.9f;

    private float rate;

    @Override
    public int states() {
        return 1;
    }

    @Override
    public void begin(double learningRate) {
        rate = (float) learningRate;
    }

    @Override
    public void move(float[] weights, float[] gradient, float[][] state, int size) {
        accelerate(state[0], gradient, size);
        step(weights, gradient, state[0], rate, size);
    }

    private static void accelerate(float[] velocity, float[] gradient, int size) {
        for (int i = 0; i < size; i++) {
            velocity[i] = MOMENTUM * velocity[i] + gradient[i];
        }
    }

    private static void step(float[] weights, float[] gradient, float[] velocity, float rate, int size) {
        for (int i = 0; i < size; i++) {
            weights[i] -= rate * (gradient[i] + MOMENTUM * velocity[i]);
        }
    }
}
