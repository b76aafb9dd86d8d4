package dev.skyline.trainer;

import dev.skyline.trainer.protocol.Command;
import dev.skyline.trainer.protocol.MessageReader;
import dev.skyline.trainer.protocol.MessageWriter;
import dev.skyline.trainer.protocol.Report;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A child's pipes: commands go in, reports come out, the rest of what it prints is kept as its last words. */
final class ChildLink {

    /** What a JVM with ExitOnOutOfMemoryError ends with. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int SIGNALS = 128;
    private static final Duration LAST_WORDS_LIMIT = Duration.ofSeconds(1);

    private final Process process;
    private final ScratchFolder scratch;
    private final PauseAnswers pauses;
    private final MessageWriter toChild;
    private final LastWords lastWords;
    private final Thread listener;
    /** Empty: the child has ended. */
    private final BlockingQueue<Optional<Report>> reports = new LinkedBlockingQueue<>();

    private volatile JobFailed end;

    /** @param scratch goes with the child */
    ChildLink(Process process, ScratchFolder scratch, PauseAnswers pauses) {
        this.process = process;
        this.scratch = scratch;
        this.pauses = pauses;
        this.toChild = new MessageWriter(process.getOutputStream());
        this.lastWords = new LastWords(process.pid());
        this.listener = start("words", () -> lastWords.listen(process.getErrorStream()));
        start("reports", this::receive);
    }

    private Thread start(String what, Runnable task) {
        Thread thread = new Thread(task, "trainer-" + process.pid() + "-" + what);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    String lastWords() {
        return lastWords.text();
    }

    /** Sends a command. That the child is gone shows in its reports. */
    void send(Command command) {
        try {
            toChild.write(command);
        } catch (IOException e) {
            lastWords.add("its commands cannot be written: " + e.getMessage());
            process.destroyForcibly();
        }
    }

    /**
     * The next report but {@link Report.Paused}, which is passed on at once.
     *
     * @throws JobFailed where the child has ended
     * @throws TimeoutException where there is none within the limit
     */
    Report next(Duration limit) throws InterruptedException, TimeoutException {
        Optional<Report> next = reports.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            throw new TimeoutException();
        }
        if (next.isEmpty()) {
            reports.add(next);
            throw new JobFailed(end.code(), end.getMessage());
        }
        return next.get();
    }

    private void receive() {
        MessageReader<Report> reader = new MessageReader<>(process.getInputStream(), Report.class, lastWords::add);
        try {
            for (Optional<Report> next = reader.next(); next.isPresent(); next = reader.next()) {
                if (next.get() instanceof Report.Paused paused) {
                    pauses.paused(paused.number());
                } else {
                    reports.add(next);
                }
            }
        } catch (IOException e) {
            lastWords.add("its reports cannot be read: " + e.getMessage());
        }
        process.destroyForcibly();
        try {
            int status = process.waitFor();
            scratch.delete();
            listener.join(LAST_WORDS_LIMIT.toMillis());
            end = end(status);
        } catch (InterruptedException e) {
            end = new JobFailed(JobFailed.WORKER_LOST, "the training process is gone");
        }
        reports.add(Optional.empty());
        pauses.ended();
    }

    private JobFailed end(int status) {
        if (status == OUT_OF_MEMORY) {
            return new JobFailed("OutOfMemory", "the job needs more Java heap than a training process has");
        }
        String how = status > SIGNALS ? "was ended by signal " + (status - SIGNALS) : "ended with status " + status;
        String words = lastWords.text();
        return new JobFailed(
                JobFailed.WORKER_LOST,
                "the training process " + how + (words.isEmpty() ? "" : "; its last words: " + words));
    }
}
