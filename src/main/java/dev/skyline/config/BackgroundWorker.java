package dev.skyline.config;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;

/** Does what there is to do, once a second, on a thread of its own, so that no search waits for it. */
class BackgroundWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWorker.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final Work work;
    private Thread thread;

    /** What there is to do at present. */
    @FunctionalInterface
    interface Work {

        /** Begins anew where it was interrupted or failed. */
        void doAll() throws InterruptedException;
    }

    /** @param name of what it does, for the log */
    BackgroundWorker(String name, Work work) {
        this.name = name;
        this.work = work;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = new Thread(this::poll, "skyline-" + name);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void poll() {
        try {
            while (true) {
                doAll();
                Thread.sleep(POLL.toMillis());
            }
        } catch (InterruptedException e) {
            LOG.debug("No {} any more: the node stops", name);
        }
    }

    private void doAll() throws InterruptedException {
        try {
            work.doAll();
        } catch (RuntimeException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the node stops");
            }
            LOG.error("Work on {} broke; it is tried again in a moment", name, e);
        }
    }

    /** What is being done is begun anew at the next start. */
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
