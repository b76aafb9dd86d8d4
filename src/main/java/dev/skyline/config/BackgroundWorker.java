package dev.skyline.config;

import dev.skyline.search.MeasureBaselines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;

/** Measures baselines on a thread of its own, so that no search waits for them. */
class BaselineWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BaselineWorker.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MeasureBaselines measure;
    private Thread thread;

    BaselineWorker(MeasureBaselines measure) {
        this.measure = measure;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = new Thread(this::work, "skyline-baselines");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void work() {
        try {
            while (true) {
                measureAll();
                Thread.sleep(POLL.toMillis());
            }
        } catch (InterruptedException e) {
            LOG.debug("Baselines are measured no longer: the node stops");
        }
    }

    private void measureAll() throws InterruptedException {
        try {
            measure.measureAll();
        } catch (RuntimeException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the node stops");
            }
            LOG.error("A baseline could not be measured; it is tried again in a moment", e);
        }
    }

    /** What is being measured waits on, and is measured anew at the next start. */
    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(PATIENCE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
