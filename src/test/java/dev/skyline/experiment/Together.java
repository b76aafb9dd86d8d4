package dev.skyline.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs things at the same time. */
public final class Together {

    private static final int SECONDS = 60;

    private Together() {}

    /** The results of {@code task} for 0 to {@code threads} - 1, each on a thread of its own, begun together. */
    public static <T> List<T> run(int threads, IntFunction<T> task) throws Exception {
        CountDownLatch begin = new CountDownLatch(1);
        List<Callable<T>> tasks = IntStream.range(0, threads)
                .mapToObj(i -> (Callable<T>) () -> {
                    begin.await();
                    return task.apply(i);
                })
                .toList();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = tasks.stream().map(executor::submit).toList();
            begin.countDown();
            return results(futures);
        } finally {
            executor.shutdownNow();
        }
    }

    private static <T> List<T> results(List<Future<T>> futures)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get(SECONDS, TimeUnit.SECONDS));
        }
        return results;
    }
}
