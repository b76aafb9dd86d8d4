package dev.skyline.trainer;

import dev.skyline.estimator.Progress;
import dev.skyline.trainer.protocol.Command;
import dev.skyline.trainer.protocol.Command.Signal;
import dev.skyline.trainer.protocol.Report;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;

/** A child as its node sees it. One thread at a time gives it jobs; any thread may pause it or end it. */
final class ChildProcess implements Pausable {

    private static final Duration PING_LIMIT = Duration.ofSeconds(5);

    private final Process process;
    private final Duration cancelLimit;
    private final PauseAnswers pauses = new PauseAnswers();
    private final ChildLink link;
    private int jobs;
    private volatile boolean last;

    private ChildProcess(Process process, ScratchFolder scratch, Duration cancelLimit) {
        this.process = process;
        this.cancelLimit = cancelLimit;
        this.link = new ChildLink(process, scratch, pauses);
    }

    /**
     * Starts a child and waits until it is ready.
     *
     * @throws JobFailed where it does not get ready
     */
    static ChildProcess start(ChildCommand command, TrainerSettings settings) throws InterruptedException {
        ChildProcess child;
        try {
            ScratchFolder scratch = ScratchFolder.create(settings.scratch());
            child = new ChildProcess(command.start(scratch.path()), scratch, settings.cancelLimit());
        } catch (IOException e) {
            throw new JobFailed(JobFailed.WORKER_LOST, "a training process cannot be started: " + e.getMessage());
        }
        boolean ready = false;
        try {
            ready = child.link.next(settings.startLimit()) instanceof Report.Ready;
            return child;
        } catch (TimeoutException e) {
            throw new JobFailed(
                    JobFailed.WORKER_LOST,
                    "a training process was not ready after "
                            + settings.startLimit().toMillis() / 1000.0 + " s; its last words: "
                            + child.link.lastWords());
        } finally {
            if (!ready) {
                child.end();
            }
        }
    }

    long pid() {
        return process.pid();
    }

    /** How many jobs it has been given. */
    int jobs() {
        return jobs;
    }

    /** What it holds in memory, in bytes; empty where the system does not say. */
    OptionalLong residentBytes() {
        return ResidentMemory.of(process.pid());
    }

    /** Whether it has ended, or is about to. */
    boolean isOver() {
        return last || !process.isAlive();
    }

    /** Whether it lives and answers. */
    boolean isSound() throws InterruptedException {
        if (isOver()) {
            return false;
        }
        try {
            link.send(new Command.Tell(Signal.PING));
            return link.next(PING_LIMIT) instanceof Report.Pong;
        } catch (TimeoutException | JobFailed e) {
            return false;
        }
    }

    /**
     * Does a job on the calling thread, which is also the one that sees the progress.
     *
     * @param limit of the time between two reports
     * @throws JobFailed where it gave no result
     * @throws InterruptedException where the caller was interrupted; by then the job is given up, or the child killed
     */
    <O extends Report.Outcome> O perform(Command.Job job, Class<O> type, Progress progress, Duration limit)
            throws InterruptedException {
        jobs++;
        boolean over = false;
        try {
            link.send(job);
            Report.Outcome outcome = follow(progress, limit);
            over = true;
            if (outcome instanceof Report.Failed failed) {
                last = failed.last();
                throw new JobFailed(failed.code(), failed.message());
            }
            return type.cast(outcome);
        } catch (TimeoutException e) {
            throw job instanceof Command.Train
                    ? new JobFailed(
                            "TrainingStalled", "the training has not got on for " + limit.toMillis() / 1000.0 + " s")
                    : new JobFailed("TimedOut", "the job was not done within " + limit.toSeconds() + " s");
        } finally {
            if (!over) {
                giveUp();
            }
        }
    }

    private Report.Outcome follow(Progress progress, Duration limit) throws InterruptedException, TimeoutException {
        while (true) {
            Report report = link.next(limit);
            if (report instanceof Report.Outcome outcome) {
                return outcome;
            }
            if (report instanceof Report.Epoch epoch) {
                Progress.Answer answer = progress.epoch(epoch.epoch());
                link.send(new Command.Tell(answer == Progress.Answer.STOP ? Signal.STOP : Signal.CONTINUE));
            }
        }
    }

    private void giveUp() {
        try {
            link.send(new Command.Tell(Signal.CANCEL));
            awaitOutcome(System.nanoTime() + cancelLimit.toNanos());
        } catch (TimeoutException | JobFailed e) {
            end();
        } catch (InterruptedException e) {
            end();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitOutcome(long end) throws InterruptedException, TimeoutException {
        Report report;
        do {
            report = link.next(Duration.ofNanos(end - System.nanoTime()));
        } while (!(report instanceof Report.Outcome));
    }

    @Override
    public void pause(int number, Runnable still) {
        pauses.await(number, still);
        link.send(new Command.Pause(number));
    }

    @Override
    public void resume() {
        link.send(new Command.Tell(Signal.RESUME));
    }

    /** Ends the process should it come to hold more than this, for as long as the bound is open. */
    MemoryBound bound(long bytes) {
        return new MemoryBound(process, bytes);
    }

    /** Ends the process, whatever it does. */
    void end() {
        last = true;
        process.destroyForcibly();
    }
}
