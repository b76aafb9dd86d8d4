package dev.skyline.config;

import dev.skyline.execution.LongWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

class BackgroundWorkerTest {

    private static final int ENOUGH = 60;

    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(2);
    private final BackgroundWorker worker =
            new BackgroundWorker("tests", () -> Map.of("silent", this::waitForEver, "broken", broken()));

    private void waitForEver() throws InterruptedException {
        begun.incrementAndGet();
        try {
            new CountDownLatch(1).await();
        } finally {
            interrupted.countDown();
        }
    }

    private LongWork broken() {
        return () -> {
            done.countDown();
            throw new IllegalStateException("it breaks, so that the log has something to tell");
        };
    }

    @AfterEach
    void stop() {
        worker.stop();
    }

    @Test
    void whatWaitsForItsDeviceHoldsUpNothingElseAndIsBegunOnce() throws InterruptedException {
        worker.start();
        assertThat(done.await(ENOUGH, TimeUnit.SECONDS))
                .as("done, and done again after it broke")
                .isTrue();
        worker.stop();
        assertThat(interrupted.await(ENOUGH, TimeUnit.SECONDS)).isTrue();
        assertThat(begun).hasValue(1);
        assertThat(worker.isRunning()).isFalse();
    }

    @Test
    void whatThereIsToDoIsAskedForAgainWhateverWentWrong() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(2);
        BackgroundWorker forgetful = new BackgroundWorker("tests", () -> {
            asked.countDown();
            throw new OutOfMemoryError("there is enough, but for the test");
        });
        forgetful.start();
        try {
            assertThat(asked.await(ENOUGH, TimeUnit.SECONDS)).isTrue();
        } finally {
            forgetful.stop();
        }
    }
}
