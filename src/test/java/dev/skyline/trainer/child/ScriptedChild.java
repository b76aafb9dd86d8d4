package dev.skyline.trainer.child;

import dev.skyline.estimator.EpochReport;
import dev.skyline.estimator.EstimationFailed;
import dev.skyline.estimator.Progress;
import dev.skyline.estimator.TrainingMonitor;
import dev.skyline.export.Agreement;
import dev.skyline.export.ExportFailed;
import dev.skyline.hardware.LatencyReport;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.trainer.protocol.Command;
import dev.skyline.trainer.protocol.Report;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A child process that does what it is told in place of training: the architecture of a training, or the file name of a
 * model to measure, is the name of a {@link Script}. The first argument may be how it starts.
 */
public final class ScriptedChild implements Workload {

    /** What a job does. */
    public enum Script {
        /** Trains for as many epochs as are asked for, five mini-batches each, and notes when each batch was. */
        TRAIN,
        /** The same, but prints to standard output all the time, from Java and past it. */
        PRINT,
        /** Never ends by itself. */
        ENDLESS,
        /** Never ends by itself, nor between two mini-batches. */
        DEAF,
        /** Trains for mini-batches of a second. */
        SLOW,
        /** Leaves a temporary file behind. */
        SCRATCH,
        DIVERGE,
        BUG,
        /** Asks the JVM for 64 GiB of heap. */
        GREEDY,
        /** Asks for 64 GiB of native memory from an allocator that knows its bound. */
        GREEDY_NATIVELY,
        /** Reads where there is no memory. */
        CRASH
    }

    private static final int BATCHES = 5;
    private static final int BATCH_MILLIS = 4;
    private static final int SLOW_BATCH_MILLIS = 1000;
    private static final int MEASUREMENT_MILLIS = 150;
    private static final int GIBIBYTE = 1 << 30;

    public static void main(String[] arguments) {
        String start = arguments.length > 0 ? arguments[0] : "";
        if (start.equals("broken")) {
            throw new IllegalStateException("no library of this name");
        }
        ChildMain.run(new ScriptedChild(start.equals("slow")));
    }

    private final boolean slow;

    private ScriptedChild(boolean slow) {
        this.slow = slow;
    }

    @Override
    public void prepare() {
        if (slow) {
            rest(60_000);
        }
    }

    @Override
    public Report.Trained train(Command.Train job, TrainingMonitor monitor) throws InterruptedException {
        Script script = Script.valueOf(job.origin().architecture());
        switch (script) {
            case DIVERGE -> throw new EstimationFailed("TrainingDiverged", "the loss is not a number");
            case BUG -> throw new IllegalStateException("a bug");
            case GREEDY -> fillHeap();
            case GREEDY_NATIVELY -> ByteBuffer.allocateDirect(GIBIBYTE);
            case CRASH -> crash();
            case DEAF -> rest(60_000);
            default -> {
                return epochs(job, monitor, script);
            }
        }
        throw new IllegalStateException(script + " came to an end");
    }

    private Report.Trained epochs(Command.Train job, TrainingMonitor monitor, Script script)
            throws InterruptedException {
        boolean stopped = false;
        int epoch = 0;
        while (!stopped && (script == Script.ENDLESS || epoch < job.fidelity().epochs())) {
            epoch++;
            for (int batch = 0; batch < BATCHES; batch++) {
                monitor.betweenBatches();
                Instant begin = now();
                rest(script == Script.SLOW ? SLOW_BATCH_MILLIS : BATCH_MILLIS);
                if (script == Script.SCRATCH) {
                    leaveBehind();
                }
                note(job.dataDirectory(), "batch", begin);
                if (script == Script.PRINT) {
                    print();
                }
            }
            EpochReport report = new EpochReport(epoch, job.fidelity().epochs(), 1.0 / epoch, 1.0 / epoch, 0.5, 0.1);
            stopped = monitor.epoch(report) == Progress.Answer.STOP;
        }
        try {
            byte[] model = (job.seed() + " " + epoch).getBytes(StandardCharsets.UTF_8);
            Path file = ModelFiles.store(job.dataDirectory().resolve("models"), model);
            return new Report.Trained(0.9, 0.8, 1.0 / epoch, epoch, stopped, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Report.Measured measure(Command.Measure job) throws InterruptedException {
        String script = job.model().getFileName().toString();
        if (script.equals(Script.BUG.name())) {
            throw new MeasurementFailed("ModelRefused", "no such operator");
        }
        Instant begin = now();
        Thread.sleep(script.equals(Script.ENDLESS.name()) ? 60_000 : MEASUREMENT_MILLIS);
        note(job.model().getParent(), "measurement", begin);
        return new Report.Measured(new LatencyReport(0.5, 0.6, 0.01, 2000, 900, true));
    }

    @Override
    public Report.Measured measure(Command.MeasureGraph job) {
        return new Report.Measured(
                new LatencyReport(0.25, 0.3, 0.01, job.network().size(), 900, true));
    }

    @Override
    public Report.Outcome look(Command.Foreign job) {
        Script script = Script.valueOf(job.model().getFileName().toString());
        switch (script) {
            case BUG -> throw new MeasurementFailed("ModelRefused", "no such operator");
            case GREEDY_NATIVELY -> hold();
            case DEAF -> rest(60_000);
            case CRASH -> crash();
            default -> {
                return new Report.Inspected(List.of(1, 8, 8), 10, 650);
            }
        }
        throw new IllegalStateException(script + " came to an end");
    }

    /** Takes memory that no allocator of ours knows of. */
    private static void hold() {
        try {
            Object unsafe = unsafe();
            for (int i = 0; i < 64; i++) {
                Object address = unsafe.getClass()
                        .getMethod("allocateMemory", long.class)
                        .invoke(unsafe, 32L << 20);
                unsafe.getClass()
                        .getMethod("setMemory", long.class, long.class, byte.class)
                        .invoke(unsafe, address, 32L << 20, (byte) 1);
                rest(20);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Report.Exported export(Command.Export job) {
        if (job.className().equals(Script.BUG.name())) {
            throw new ExportFailed("RuntimesDisagree", "they differ");
        }
        return new Report.Exported(new Agreement(64, 1e-6, true));
    }

    private static void note(Path folder, String what, Instant begin) {
        String line = what + " " + begin + " " + now() + "\n";
        try {
            Files.writeString(folder.resolve("notes"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void leaveBehind() {
        try {
            Files.writeString(Path.of(System.getProperty("java.io.tmpdir"), "left-behind"), "a library");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static void print() {
        System.out.write('x');
        System.out.flush();
        try {
            // As a native library does it.
            new FileOutputStream(FileDescriptor.out)
                    .write("chatter \u00f5SKX, and half a line".getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void rest(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException("trainings are not interrupted", e);
        }
    }

    private static void fillHeap() {
        List<byte[]> heap = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            heap.add(new byte[GIBIBYTE]);
        }
        throw new IllegalStateException("there were " + heap.size() + " GiB");
    }

    private static void crash() {
        try {
            Object unsafe = unsafe();
            unsafe.getClass().getMethod("getByte", long.class).invoke(unsafe, 0L);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object unsafe() throws ReflectiveOperationException {
        Field unsafe = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
        unsafe.setAccessible(true);
        return unsafe.get(null);
    }
}
