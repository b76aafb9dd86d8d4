package dev.skyline.strategy.fidelity;

/** What a lower rung saves. */
public enum Resource {
    /** Passes over the training data. */
    EPOCHS,
    /** Training data. */
    DATA_FRACTION
}
