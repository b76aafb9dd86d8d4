package dev.skyline.config;

import dev.skyline.execution.LongWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Looks once a second for work to do, beside the searches. Work of one name is done on one thread, that of several names
 * side by side: it may wait long for a device.
 */
class BackgroundWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWorker.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String purpose;
    private final Supplier<Map<String, LongWork>> due;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private ScheduledExecutorService clock;
    private ExecutorService threads;

    /**
     * @param purpose of all the work, for the log
     * @param due what there is to do at present, by name; it begins anew where it was interrupted or failed
     */
    BackgroundWorker(String purpose, Supplier<Map<String, LongWork>> due) {
        this.purpose = purpose;
        this.due = due;
    }

    @Override
    public synchronized void start() {
        if (clock == null) {
            threads = Executors.newCachedThreadPool(this::thread);
            clock = Executors.newSingleThreadScheduledExecutor(this::thread);
            clock.scheduleWithFixedDelay(this::begin, 0, POLL.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "skyline-" + purpose);
        thread.setDaemon(true);
        return thread;
    }

    private void begin() {
        try {
            due.get().forEach((name, work) -> {
                if (underWay.add(name)) {
                    threads.execute(() -> run(name, work));
                }
            });
        } catch (RuntimeException | Error e) {
            // the clock would never strike again after what is thrown
            LOG.error("What there is to do for {} could not be read; it is tried again in a moment", purpose, e);
        }
    }

    private void run(String name, LongWork work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            LOG.debug("No {} on {} any more: the node stops", purpose, name);
        } catch (RuntimeException e) {
            if (Thread.interrupted()) {
                LOG.debug("No {} on {} any more: the node stops", purpose, name, e);
            } else {
                LOG.error("Work on {} on {} broke; it is tried again in a moment", purpose, name, e);
            }
        } finally {
            underWay.remove(name);
        }
    }

    /** What is being done is begun anew at the next start. */
    @Override
    public synchronized void stop() {
        if (clock != null) {
            clock.shutdownNow();
            threads.shutdownNow();
            try {
                threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            clock = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clock != null;
    }
}
