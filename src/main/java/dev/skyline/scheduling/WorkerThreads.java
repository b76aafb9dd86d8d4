package dev.skyline.scheduling;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A thread for each slot, and word of every slot that comes free, so that the next trial need not wait for a poll. */
final class WorkerThreads extends ThreadPoolExecutor {

    private final Runnable slotFree;

    WorkerThreads(int slots, Runnable slotFree) {
        super(slots, slots, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        this.slotFree = slotFree;
        AtomicInteger number = new AtomicInteger();
        setThreadFactory(work -> new Thread(work, "skyline-trial-" + number.incrementAndGet()));
    }

    @Override
    protected void afterExecute(Runnable work, Throwable fault) {
        slotFree.run();
    }
}
