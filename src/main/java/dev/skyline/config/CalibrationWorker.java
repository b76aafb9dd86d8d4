package dev.skyline.config;

import dev.skyline.search.CalibrateTargets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Has targets measured, each on a thread of its own: one may wait long for its device. */
class CalibrationWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CalibrationWorker.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CalibrateTargets calibrate;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private ScheduledExecutorService clock;
    private ExecutorService threads;

    CalibrationWorker(CalibrateTargets calibrate) {
        this.calibrate = calibrate;
    }

    @Override
    public synchronized void start() {
        if (clock == null) {
            threads = Executors.newCachedThreadPool(CalibrationWorker::thread);
            clock = Executors.newSingleThreadScheduledExecutor(CalibrationWorker::thread);
            clock.scheduleWithFixedDelay(this::begin, 0, POLL.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "skyline-calibration");
        thread.setDaemon(true);
        return thread;
    }

    private void begin() {
        try {
            calibrate.due().stream().filter(underWay::add).forEach(target -> threads.execute(() -> work(target)));
        } catch (RuntimeException e) {
            LOG.error("Which targets are to be measured could not be read; it is tried again in a moment", e);
        }
    }

    private void work(String target) {
        try {
            calibrate.calibrate(target);
        } catch (InterruptedException e) {
            LOG.debug("Target {} is measured no longer: the node stops", target);
        } catch (RuntimeException e) {
            LOG.error("Target {} could not be measured; it is tried again in a moment", target, e);
        } finally {
            underWay.remove(target);
        }
    }

    /** What is left to be measured is measured after the next start. */
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
