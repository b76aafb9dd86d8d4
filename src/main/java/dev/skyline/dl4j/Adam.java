package dev.skyline.dl4j;

/** Adam, in the form with the corrections in the step size (Kingma and Ba 2015, end of section 2). */
final class Adam implements StepRule {

    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    private double power1 = 1;
    private double power2 = 1;
    private float rate;

    @Override
    public int states() {
        return 2;
    }

    @Override
    public void begin(double learningRate) {
        power1 *= BETA1;
        power2 *= BETA2;
        rate = (float) (learningRate * Math.sqrt(1 - power2) / (1 - power1));
    }

    @Override
    public void move(float[] weights, float[] gradient, float[][] state, int size) {
        mix(state[0], BETA1, gradient, size);
        mixSquares(state[1], BETA2, gradient, size);
        step(weights, state[0], state[1], rate, size);
    }

    private static void mix(float[] mean, float kept, float[] values, int size) {
        for (int i = 0; i < size; i++) {
            mean[i] = kept * mean[i] + (1 - kept) * values[i];
        }
    }

    private static void mixSquares(float[] mean, float kept, float[] values, int size) {
        for (int i = 0; i < size; i++) {
            mean[i] = kept * mean[i] + (1 - kept) * values[i] * values[i];
        }
    }

    private static void step(float[] weights, float[] mean, float[] square, float rate, int size) {
        for (int i = 0; i < size; i++) {
            weights[i] -= rate * mean[i] / ((float) Math.sqrt(square[i]) + EPSILON);
        }
    }
}
