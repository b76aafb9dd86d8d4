package dev.skyline.metric;

/**
 * What an estimate costs: how long is trained, on how much of the training data.
 *
 * @param epochs passes over the training data
 * @param dataFraction share of the training data, in (0, 1]
 */
public record Fidelity(int epochs, double dataFraction) {

    public Fidelity {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs must be at least 1, not " + epochs);
        }
        if (!(dataFraction > 0 && dataFraction <= 1)) {
            throw new IllegalArgumentException("dataFraction lies in (0, 1], not " + dataFraction);
        }
    }

    public static Fidelity epochs(int epochs) {
        return new Fidelity(epochs, 1);
    }

    /** In passes over all of the training data. */
    public double effort() {
        return epochs * dataFraction;
    }
}
