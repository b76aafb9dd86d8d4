package dev.skyline.estimator;

/**
 * One point of a learning curve.
 *
 * @param epoch from 1
 * @param epochs how many there will be at most
 * @param trainingLoss mean cross-entropy over the epoch's batches, in nats; NaN where a client did not tell it
 * @param validationLoss the same on the validation samples
 * @param accuracy share of validation samples classified right
 * @param seconds since the training began, pauses left out
 */
public record EpochReport(
        int epoch, int epochs, double trainingLoss, double validationLoss, double accuracy, double seconds) {}
