package dev.skyline.dl4j;

import dev.skyline.estimator.TrainingMonitor;

/** Time spent on training: it stands still while the monitor holds the training up. */
final class Clock {

    private final long start = System.nanoTime();
    private long paused;

    void pause(TrainingMonitor monitor) throws InterruptedException {
        long before = System.nanoTime();
        try {
            monitor.betweenBatches();
        } finally {
            paused += System.nanoTime() - before;
        }
    }

    double seconds() {
        return (System.nanoTime() - start - paused) / 1e9;
    }
}
