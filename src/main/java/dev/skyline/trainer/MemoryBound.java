package dev.skyline.trainer;

/**
 * Ends a process that comes to hold too much memory, as far as the system tells how much: Linux does. What a native
 * library allocates is bounded by nothing else.
 */
final class MemoryBound implements AutoCloseable {

    private static final long INTERVAL_MILLIS = 50;

    private final Process process;
    private final long bytes;
    private final Thread watch;
    private volatile boolean exceeded;

    MemoryBound(Process process, long bytes) {
        this.process = process;
        this.bytes = bytes;
        this.watch = new Thread(this::watch, "trainer-" + process.pid() + "-memory");
        watch.setDaemon(true);
        watch.start();
    }

    private void watch() {
        try {
            while (process.isAlive()) {
                if (ResidentMemory.of(process.pid()).orElse(0) > bytes) {
                    exceeded = true;
                    process.destroyForcibly();
                    return;
                }
                Thread.sleep(INTERVAL_MILLIS);
            }
        } catch (InterruptedException e) {
            // It is closed.
            Thread.currentThread().interrupt();
        }
    }

    /** What the failure is called where this bound was the cause. */
    JobFailed unlessExceeded(JobFailed failure) {
        return exceeded
                ? new JobFailed("OutOfMemory", "the model takes more than " + (bytes >> 20) + " MB of memory")
                : failure;
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
