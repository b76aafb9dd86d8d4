package dev.skyline.trainer.child;

import dev.skyline.estimator.EstimationFailed;
import dev.skyline.estimator.Progress;
import dev.skyline.export.ExportFailed;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.trainer.protocol.Command;
import dev.skyline.trainer.protocol.MessageReader;
import dev.skyline.trainer.protocol.MessageWriter;
import dev.skyline.trainer.protocol.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A child process: {@code java -jar skyline.jar --trainer 2147483648}. Takes commands on standard input, reports on standard
 * output, logs to standard error, and ends as soon as its standard input does, since then nobody is left to work for.
 */
public final class ChildMain {

    /** The argument that makes a child of this program. */
    public static final String ARGUMENT = "--trainer";

    /** The argument of a child that looks at model files of unknown make, and trains nothing. */
    public static final String FOREIGN = "--foreign";

    private static final Logger LOG = LoggerFactory.getLogger(ChildMain.class);
    private static final int BROKEN = 70;

    private final Workload workload;
    private final MessageWriter node;
    private final JobControl control;
    private final BlockingQueue<Command.Job> jobs = new LinkedBlockingQueue<>();

    private ChildMain(Workload workload) {
        this.workload = workload;
        this.node = new MessageWriter(new FileOutputStream(FileDescriptor.out));
        this.control = new JobControl(node);
    }

    /**
     * Works until the node is gone; does not return.
     *
     * @param arguments {@link #ARGUMENT}, the bytes of native memory that one training may take, and perhaps {@link
     *     #FOREIGN}
     */
    public static void run(String... arguments) {
        run(new NetworkWorkload(
                Long.parseLong(arguments[1]), !List.of(arguments).contains(FOREIGN)));
    }

    static void run(Workload workload) {
        // Standard output belongs to the reports.
        System.setOut(System.err);
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
            LOG.error("{} broke down", thread.getName(), e);
            Runtime.getRuntime().halt(BROKEN);
        });
        ChildMain child = new ChildMain(workload);
        Thread commands = new Thread(child::obey, "commands");
        commands.setDaemon(true);
        commands.start();
        child.work();
    }

    private void obey() {
        MessageReader<Command> commands =
                new MessageReader<>(new FileInputStream(FileDescriptor.in), Command.class, LOG::warn);
        int status = 0;
        try {
            for (Optional<Command> next = commands.next(); next.isPresent(); next = commands.next()) {
                obey(next.get());
            }
        } catch (IOException e) {
            LOG.error("The node's commands cannot be read", e);
            status = BROKEN;
        }
        // Not exit(): a shutdown hook of a native library may wait for the training to end.
        Runtime.getRuntime().halt(status);
    }

    private void obey(Command command) throws IOException {
        if (command instanceof Command.Job job) {
            control.accept();
            jobs.add(job);
        } else if (command instanceof Command.Pause pause) {
            control.pause(pause.number());
        } else if (command instanceof Command.Tell tell) {
            switch (tell.signal()) {
                case RESUME -> control.resume();
                case CANCEL -> control.cancel();
                case CONTINUE -> control.answer(Progress.Answer.CONTINUE);
                case STOP -> control.answer(Progress.Answer.STOP);
                case PING -> node.write(new Report.Pong());
            }
        }
    }

    private void work() {
        try {
            workload.prepare();
            node.write(new Report.Ready());
            while (true) {
                Report.Outcome outcome = perform(jobs.take());
                node.write(outcome);
                if (outcome instanceof Report.Failed failed && failed.last()) {
                    Runtime.getRuntime().halt(BROKEN);
                }
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the node is gone", e);
        }
    }

    private Report.Outcome perform(Command.Job job) {
        try {
            if (job instanceof Command.Train training) {
                return workload.train(training, control);
            }
            if (job instanceof Command.Export export) {
                return workload.export(export);
            }
            control.interruptible();
            if (job instanceof Command.Foreign foreign) {
                return workload.look(foreign);
            }
            return job instanceof Command.MeasureGraph graph
                    ? workload.measure(graph)
                    : workload.measure((Command.Measure) job);
        } catch (InterruptedException e) {
            return new Report.Cancelled();
        } catch (EstimationFailed e) {
            return new Report.Failed(e.code(), e.getMessage(), false);
        } catch (MeasurementFailed e) {
            return new Report.Failed(e.code(), e.getMessage(), false);
        } catch (ExportFailed e) {
            return new Report.Failed(e.code(), e.getMessage(), false);
        } catch (OutOfMemoryError e) {
            // Thrown by the native allocator at its bound; the JVM's own ends the process.
            return new Report.Failed("OutOfMemory", String.valueOf(e.getMessage()), true);
        } catch (RuntimeException e) {
            LOG.error("A job failed for an unforeseen reason", e);
            return new Report.Failed(failure(job), e.toString(), true);
        } finally {
            control.end();
        }
    }

    private static String failure(Command.Job job) {
        if (job instanceof Command.Train) {
            return "TrainingFailed";
        }
        return job instanceof Command.Export ? "ExportFailed" : "MeasurementFailed";
    }
}
