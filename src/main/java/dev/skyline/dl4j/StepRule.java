package dev.skyline.dl4j;

/** A gradient method: how a gradient moves the weights. Sees them in pieces, each with its own piece of the state. */
interface StepRule {

    /** Values that are remembered for each weight. */
    int states();

    /** Called before the pieces of a step. */
    void begin(double learningRate);

    /** Moves {@code size} weights; the loops are such that the JVM vectorises them. */
    void move(float[] weights, float[] gradient, float[][] state, int size);
}
