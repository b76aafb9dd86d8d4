package dev.skyline.execution;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Has work done by one node, and one of its threads, at a time. The lease is renewed while the work goes on, however
 * long that is, and lapses within a minute where the node dies. A node that was cut off from the database for longer than
 * that finds that another one has begun: the work must bear that, and count once what was done twice.
 */
public final class SoleWork implements AutoCloseable {

    private static final Logger LOG = System.getLogger(SoleWork.class.getName());
    private static final Duration SPAN = Duration.ofMinutes(1);

    private final Leases leases;
    private final Duration span;
    private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor(SoleWork::thread);

    public SoleWork(Leases leases) {
        this(leases, SPAN);
    }

    SoleWork(Leases leases, Duration span) {
        this.leases = leases;
        this.span = span;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "skyline-leases");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Does the work unless anybody else is at it.
     *
     * @param name of the work, the same on every node
     * @return whether it was done
     */
    public boolean run(String name, LongWork work) throws InterruptedException {
        UUID holder = UUID.randomUUID();
        if (!leases.take(name, holder, span)) {
            return false;
        }
        long period = span.toMillis() / 4;
        Future<?> renewal =
                renewals.scheduleWithFixedDelay(() -> renew(name, holder), period, period, TimeUnit.MILLISECONDS);
        try {
            work.run();
            return true;
        } finally {
            renewal.cancel(false);
            leases.release(name, holder);
        }
    }

    private void renew(String name, UUID holder) {
        try {
            if (!leases.renew(name, holder, span)) {
                LOG.log(Level.WARNING, "another node is at " + name + " too: this one was late to renew its lease");
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the lease of " + name + " could not be renewed; it is tried again in a moment", e);
        }
    }

    @Override
    public void close() {
        renewals.shutdownNow();
    }
}
