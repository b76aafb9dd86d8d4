package dev.skyline.estimator;

import dev.skyline.network.Weights;

import java.util.List;

/**
 * What a training gave: the weights of the epoch with the best validation accuracy, and how they do.
 *
 * @param accuracy share of validation samples classified right
 * @param loss mean cross-entropy on the validation samples, in nats
 * @param testAccuracy share of test samples classified right
 * @param seconds of training, pauses left out
 */
public record TrainingResult(
        Weights weights,
        double accuracy,
        double loss,
        double testAccuracy,
        double seconds,
        List<EpochReport> curve,
        boolean stoppedEarly) {}
