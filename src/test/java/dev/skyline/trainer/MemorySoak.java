package dev.skyline.trainer;

import dev.skyline.estimator.EstimatorContext;
import dev.skyline.estimator.Progress;
import dev.skyline.metric.Fidelity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Whether memory stays flat: 300 short trainings in two children that are never replaced, the same 25 networks of
 * different sizes over and over. Tells after each round what this process and its children hold, and at the end by how
 * much that grew after the 50th training.
 *
 * <pre>{@code
 * ./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/class-path
 * java -cp target/test-classes:target/classes:$(cat target/class-path) dev.skyline.trainer.MemorySoak
 * }</pre>
 */
public final class MemorySoak {

    private static final Logger LOG = LoggerFactory.getLogger(MemorySoak.class);
    private static final int TRAININGS = 300;
    private static final int STEP = 25;
    private static final int WARM = 50;
    private static final double MEBIBYTE = 1 << 20;

    private MemorySoak() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Path folder = Files.createTempDirectory("skyline-soak");
        EstimatorContext digits = DigitsTraining.importDigits(folder);
        TrainerSettings settings = DigitsTraining.settings(2, folder);
        ExecutorService threads = Executors.newFixedThreadPool(settings.slots());
        double warm = 0;
        double held = 0;
        try (TrainerPool pool = new TrainerPool(settings, new MeasurementGate(settings.quietLimit()))) {
            TrainingEstimator estimator = new TrainingEstimator(pool, DigitsTraining.SETTINGS, digits, folder);
            for (int done = 0; done < TRAININGS; done += STEP) {
                train(estimator, threads, done);
                held = report(pool, done + STEP);
                warm = done + STEP == WARM ? held : warm;
            }
        } finally {
            threads.shutdownNow();
        }
        LOG.info("growth after the {}th training: {} %", WARM, Math.round(1000 * (held / warm - 1)) / 10.0);
    }

    private static void train(TrainingEstimator estimator, ExecutorService threads, int from)
            throws InterruptedException, ExecutionException {
        List<Future<?>> trainings = new ArrayList<>();
        for (int i = 0; i < STEP; i++) {
            int filters = 2 + i * 7 % STEP;
            int units = 8 * (1 + i * 13 % STEP);
            long seed = from + i;
            trainings.add(threads.submit(() -> estimator.estimate(
                    DigitsTraining.candidate(filters, units, seed), Fidelity.epochs(2), Progress.ignored())));
        }
        for (Future<?> training : trainings) {
            training.get();
        }
    }

    private static double report(TrainerPool pool, int done) {
        double own = held(ProcessHandle.current().pid());
        List<Double> children = pool.pids().stream().map(MemorySoak::held).toList();
        double all = own + children.stream().mapToDouble(Double::doubleValue).sum();
        LOG.info("after {}: this process {} MiB, children {} MiB, together {} MiB", done, own, children, all);
        return all;
    }

    private static double held(long pid) {
        return Math.round(ResidentMemory.of(pid).orElseThrow() / MEBIBYTE);
    }
}
