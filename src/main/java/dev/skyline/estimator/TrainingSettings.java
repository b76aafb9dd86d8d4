package dev.skyline.estimator;

import dev.skyline.plugin.Setting;

/** How a network is trained. */
public record TrainingSettings(
        @Setting(about = "Passes over the training data", value = "5", min = 1, max = 1000)
        int epochs,

        @Setting(about = "Samples in a mini-batch", value = "64", min = 1, max = 4096)
        int batchSize,

        @Setting(about = "Step size at the start", value = "0.003", min = 1e-7, max = 10)
        double learningRate,

        @Setting(about = "How the step size falls from epoch to epoch", value = "cosine")
        Schedule learningRateSchedule,

        @Setting(about = "Gradient method", value = "adam") Optimizer optimizer,

        @Setting(about = "L2 penalty on kernels", value = "0.0001", min = 0, max = 1)
        double weightDecay,

        @Setting(
                about = "Images are shifted at random by up to this many pixels each way",
                value = "0",
                max = 16,
                min = 0,
                unit = "px")
        int shift,

        @Setting(
                about = "Epochs without a better validation accuracy after which training ends; 0 never ends it early",
                value = "0",
                min = 0,
                max = 1000)
        int patience,

        @Setting(about = "Share of the training data that is used", value = "1", min = 0.01, max = 1)
        double dataFraction) {

    /** Step size over the epochs. */
    public enum Schedule {
        CONSTANT,
        /** Half a cosine wave from the full step size to zero, over all mini-batches. */
        COSINE,
        /** A tenth from the middle on, a hundredth for the last quarter. */
        STEP
    }

    /** Gradient method. */
    public enum Optimizer {
        ADAM,
        /** Nesterov momentum 0.9. */
        SGD
    }
}
