package dev.skyline.trainer;

import dev.skyline.estimator.Progress;
import dev.skyline.hardware.LatencyReport;
import dev.skyline.trainer.MeasurementGate.Pass;
import dev.skyline.trainer.MeasurementGate.Quiet;
import dev.skyline.trainer.child.ChildMain;
import dev.skyline.trainer.protocol.Command;
import dev.skyline.trainer.protocol.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * The child processes of this node: started when first needed, lent to one job at a time in order of arrival, kept warm
 * in between, replaced when they die, grow or grow old.
 */
public final class TrainerPool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrainerPool.class);

    private final TrainerSettings settings;
    private final MeasurementGate gate;
    private final ChildCommand command;
    private final Semaphore slots;
    private final Set<ChildProcess> children = new HashSet<>();
    private final Deque<ChildProcess> idle = new ArrayDeque<>();
    private boolean closed;

    /**
     * Empties the folder of temporary files: children that were killed have left theirs.
     *
     * @param settings whose folder of temporary files no other pool uses
     * @param gate of the machine, shared by all that train or measure on it
     */
    public TrainerPool(TrainerSettings settings, MeasurementGate gate) {
        this(settings, gate, ChildCommand.ofThisProgram(settings));
        new ScratchFolder(settings.scratch()).delete();
    }

    /**
     * A pool whose children look at model files of unknown make: each at one, with little to lose.
     *
     * @param like slots, folders and limits of the trainings
     */
    public static TrainerPool foreign(TrainerSettings like, MeasurementGate gate) {
        TrainerSettings settings = like.foreign();
        return new TrainerPool(settings, gate, ChildCommand.ofThisProgram(settings, ChildMain.FOREIGN));
    }

    TrainerPool(TrainerSettings settings, MeasurementGate gate, ChildCommand command) {
        this.settings = settings;
        this.gate = gate;
        this.command = command;
        this.slots = new Semaphore(settings.slots(), true);
    }

    /**
     * Trains in a child, once a slot is free; stands still while something is measured.
     *
     * @throws JobFailed where that gave no result
     * @throws InterruptedException where the caller was interrupted, or the pool closed
     */
    Report.Trained train(Command.Train job, Progress progress) throws InterruptedException {
        try (Lease lease = borrow();
                Pass training = gate.enter(lease.child())) {
            return lease.child().perform(job, Report.Trained.class, progress, settings.stallLimit());
        } catch (JobFailed e) {
            throw unlessClosed(e);
        }
    }

    /**
     * Measures in a child, once a slot is free and no other measurement runs. What was measured while a training would
     * not stand still is not steady.
     *
     * @throws JobFailed where that gave no result
     * @throws InterruptedException where the caller was interrupted, or the pool closed
     */
    LatencyReport measure(Command.Measurement job) throws InterruptedException {
        try (Lease lease = borrow();
                Quiet quiet = gate.quiet()) {
            LatencyReport latency = lease.child()
                    .perform(job, Report.Measured.class, Progress.ignored(), settings.measurementLimit())
                    .latency();
            return quiet.complete() ? latency : latency.unsteady();
        } catch (JobFailed e) {
            throw unlessClosed(e);
        }
    }

    /**
     * Measures a model file of unknown make, in a child whose memory is bounded.
     *
     * @throws JobFailed where that gave no result
     * @throws InterruptedException where the caller was interrupted, or the pool closed
     */
    Report.Measured measureForeign(Command.Measure job) throws InterruptedException {
        try (Lease lease = borrow();
                Quiet quiet = gate.quiet()) {
            Report.Measured measured = bounded(lease.child(), job, Report.Measured.class);
            return quiet.complete() ? measured : measured.unsteady();
        } catch (JobFailed e) {
            throw unlessClosed(e);
        }
    }

    /**
     * Looks at a model file of unknown make, in a child whose memory is bounded.
     *
     * @throws JobFailed where that gave no result
     * @throws InterruptedException where the caller was interrupted, or the pool closed
     */
    <O extends Report.Outcome> O look(Command.Foreign job, Class<O> type) throws InterruptedException {
        try (Lease lease = borrow();
                Pass work = gate.enter(Pausable.unstoppable())) {
            return bounded(lease.child(), job, type);
        } catch (JobFailed e) {
            throw unlessClosed(e);
        }
    }

    private <O extends Report.Outcome> O bounded(ChildProcess child, Command.Job job, Class<O> type)
            throws InterruptedException {
        try (MemoryBound memory = child.bound(settings.residentBytes())) {
            try {
                return child.perform(job, type, Progress.ignored(), settings.measurementLimit());
            } catch (JobFailed e) {
                throw memory.unlessExceeded(e);
            }
        }
    }

    /**
     * Exports in a child, once a slot is free; a measurement waits for it.
     *
     * @throws JobFailed where that gave no result
     * @throws InterruptedException where the caller was interrupted, or the pool closed
     */
    Report.Exported export(Command.Export job) throws InterruptedException {
        try (Lease lease = borrow();
                Pass export = gate.enter(Pausable.unstoppable())) {
            return lease.child().perform(job, Report.Exported.class, Progress.ignored(), settings.measurementLimit());
        } catch (JobFailed e) {
            throw unlessClosed(e);
        }
    }

    /** What fails because the node shuts down is no failure of the job. */
    private synchronized JobFailed unlessClosed(JobFailed failure) throws InterruptedException {
        if (closed) {
            throw new InterruptedException("the node shuts down");
        }
        return failure;
    }

    /** Ends every child, also those at work. */
    @Override
    public synchronized void close() {
        closed = true;
        children.forEach(ChildProcess::end);
        children.clear();
        idle.clear();
    }

    /** Folder for temporary files. */
    Path scratch() {
        return settings.scratch();
    }

    /** Processes that are alive. */
    synchronized List<Long> pids() {
        return children.stream().map(ChildProcess::pid).toList();
    }

    private Lease borrow() throws InterruptedException {
        slots.acquire();
        ChildProcess child = null;
        try {
            child = soundChild();
            return new Lease(this, child);
        } finally {
            if (child == null) {
                slots.release();
            }
        }
    }

    private ChildProcess soundChild() throws InterruptedException {
        for (ChildProcess child = takeIdle(); child != null; child = takeIdle()) {
            boolean sound = false;
            try {
                sound = child.isSound();
            } finally {
                if (!sound) {
                    LOG.warn("Training process {} does not answer any more", child.pid());
                    discard(child);
                }
            }
            if (sound) {
                return child;
            }
        }
        // A start keeps a core busy for a second or two, and cannot be paused.
        try (Pass start = gate.enter(Pausable.unstoppable())) {
            ChildProcess child = ChildProcess.start(command, settings);
            adopt(child);
            return child;
        }
    }

    private synchronized ChildProcess takeIdle() {
        return idle.poll();
    }

    private synchronized void adopt(ChildProcess child) {
        if (closed) {
            child.end();
            throw new JobFailed(JobFailed.WORKER_LOST, "the pool is closed");
        }
        children.add(child);
    }

    private synchronized void discard(ChildProcess child) {
        child.end();
        children.remove(child);
    }

    private void giveBack(ChildProcess child) {
        if (child.isOver() || isSpent(child)) {
            discard(child);
        } else {
            keep(child);
        }
        slots.release();
    }

    private boolean isSpent(ChildProcess child) {
        long resident = child.residentBytes().orElse(0);
        boolean spent = child.jobs() >= settings.jobsPerChild() || resident > settings.residentBytes();
        if (spent) {
            LOG.info("Training process {} is replaced: {} jobs, {} bytes held", child.pid(), child.jobs(), resident);
        }
        return spent;
    }

    private synchronized void keep(ChildProcess child) {
        idle.push(child);
    }

    private record Lease(TrainerPool pool, ChildProcess child) implements AutoCloseable {
        @Override
        public void close() {
            pool.giveBack(child);
        }
    }
}
