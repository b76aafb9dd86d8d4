package dev.skyline.estimator;

/** Who may hold up or end a training. Called on the training thread. */
public interface TrainingMonitor {

    /**
     * Called between two mini-batches; may block for as long as the training shall pause.
     *
     * @throws InterruptedException to end the training at once, without a result
     */
    void betweenBatches() throws InterruptedException;

    /** Called after each epoch; {@link Progress.Answer#STOP} ends the training with the best epoch so far. */
    Progress.Answer epoch(EpochReport report);
}
