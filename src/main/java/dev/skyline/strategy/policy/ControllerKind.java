package dev.skyline.strategy.policy;

import dev.skyline.space.SearchSpace.Encodable;

/** Which policy chooses. */
enum ControllerKind {
    LSTM(6e-4),
    LOGITS(0.01);

    private final double learningRate;

    ControllerKind(double learningRate) {
        this.learningRate = learningRate;
    }

    /** The published one. */
    double learningRate() {
        return learningRate;
    }

    Policy over(Encodable space) {
        int[] options = space.decisions().stream()
                .mapToInt(decision -> decision.options().size())
                .toArray();
        return this == LSTM ? new Lstm(options) : new Logits(options);
    }
}
