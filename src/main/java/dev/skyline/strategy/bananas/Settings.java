package dev.skyline.strategy.bananas;

import dev.skyline.plugin.Setting;

/** The defaults are those of White et al. 2021, section 4 and its published code. */
public record Settings(
        @Setting(about = "random trials before the first prediction", value = "10", min = 2, max = 10_000)
        int initial,

        @Setting(
                about = "trials proposed by one predictor before it is trained again",
                value = "10",
                min = 1,
                max = 10_000)
        int roundSize,

        @Setting(about = "mutants among which one is chosen", value = "100", min = 1, max = 100_000)
        int candidates,

        @Setting(about = "best trials that are mutated", value = "10", min = 1, max = 10_000)
        int parents,

        @Setting(about = "networks whose spread tells how unsure a prediction is", value = "5", min = 2, max = 100)
        int ensemble,

        @Setting(about = "hidden layers of each network", value = "10", min = 1, max = 100)
        int layers,

        @Setting(about = "units in each hidden layer", value = "20", min = 1, max = 1_000)
        int width,

        @Setting(about = "passes of a training over the trials", value = "150", min = 1, max = 10_000)
        int epochs,

        @Setting(about = "trials in a training step", value = "32", min = 1, max = 10_000)
        int batchSize,

        @Setting(about = "step size of Adam", value = "0.01", min = 1e-6, max = 1)
        double learningRate) {

    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.99;

    MlpEnsemble.Shape shape() {
        return new MlpEnsemble.Shape(
                ensemble, layers, width, epochs, batchSize, new Adam.Rates(learningRate, BETA_1, BETA_2));
    }
}
