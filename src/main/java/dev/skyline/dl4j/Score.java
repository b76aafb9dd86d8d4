package dev.skyline.dl4j;

/**
 * How a graph does on samples it was not trained on.
 *
 * @param accuracy share classified right
 * @param loss mean cross-entropy in nats
 */
record Score(double accuracy, double loss) {

    boolean betterThan(Score other) {
        return accuracy > other.accuracy || accuracy == other.accuracy && loss < other.loss;
    }
}
