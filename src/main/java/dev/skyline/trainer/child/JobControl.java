package dev.skyline.trainer.child;

import dev.skyline.estimator.EpochReport;
import dev.skyline.estimator.Progress;
import dev.skyline.estimator.TrainingMonitor;
import dev.skyline.trainer.protocol.MessageWriter;
import dev.skyline.trainer.protocol.Report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * Where the node's commands meet the job: they come on one thread and take effect on the other, between two
 * mini-batches.
 */
final class JobControl implements TrainingMonitor {

    private static final int NOT_PAUSED = -1;

    /** Far below any limit within which a node waits for a report. */
    private static final Duration ALIVE = Duration.ofSeconds(2);

    private final MessageWriter node;
    private boolean busy;
    private Thread interruptible;
    private int pause = NOT_PAUSED;
    private boolean acknowledged;
    private boolean cancelled;
    private Progress.Answer answer;
    private long aliveAt = System.nanoTime();

    JobControl(MessageWriter node) {
        this.node = node;
    }

    /** A job has come; commands from now on are about it. */
    synchronized void accept() {
        busy = true;
        cancelled = false;
    }

    /** The calling thread does its job in code that heeds interrupts; trainings do not. */
    synchronized void interruptible() throws InterruptedException {
        if (cancelled) {
            throw new InterruptedException("the job was cancelled before it began");
        }
        interruptible = Thread.currentThread();
    }

    /** The calling thread has ended its job. */
    synchronized void end() {
        busy = false;
        interruptible = null;
        Thread.interrupted();
    }

    @Override
    public synchronized void betweenBatches() throws InterruptedException {
        while (pause != NOT_PAUSED && !cancelled) {
            if (!acknowledged) {
                acknowledged = true;
                send(new Report.Paused(pause));
            }
            wait(ALIVE.toMillis());
            tellAlive();
        }
        tellAlive();
        if (cancelled) {
            throw new InterruptedException("the training was cancelled");
        }
    }

    /** Waits for the node's answer, so that where a training ends does not depend on who is quicker. */
    @Override
    public synchronized Progress.Answer epoch(EpochReport report) {
        answer = null;
        send(new Report.Epoch(report));
        while (answer == null && !cancelled) {
            try {
                wait();
            } catch (InterruptedException e) {
                // The next call of betweenBatches ends the training.
                cancelled = true;
            }
        }
        return answer == null ? Progress.Answer.CONTINUE : answer;
    }

    synchronized void answer(Progress.Answer given) {
        answer = given;
        notifyAll();
    }

    synchronized void pause(int number) {
        pause = number;
        acknowledged = !busy;
        if (acknowledged) {
            send(new Report.Paused(number));
        }
    }

    synchronized void resume() {
        pause = NOT_PAUSED;
        notifyAll();
    }

    synchronized void cancel() {
        if (busy) {
            cancelled = true;
            notifyAll();
            if (interruptible != null) {
                interruptible.interrupt();
            }
        }
    }

    private void tellAlive() {
        long now = System.nanoTime();
        if (now - aliveAt >= ALIVE.toNanos()) {
            aliveAt = now;
            send(new Report.Alive());
        }
    }

    private void send(Report report) {
        try {
            node.write(report);
        } catch (IOException e) {
            throw new UncheckedIOException("the node is gone", e);
        }
    }
}
