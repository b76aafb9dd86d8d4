package dev.skyline.trainer;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Keeps trainings and measurements of one machine apart: while a measurement runs, every training stands still between
 * two mini-batches and none begins.
 *
 * <p>There is one turn, taken in order of arrival: by a measurement for as long as it takes, by a training for the
 * moment in which it begins. So two measurements come one after the other, and a training that waited before the second
 * begins before it. Who waits for the turn holds nothing that another one needs to end its own.
 */
public final class MeasurementGate {

    private final Duration limit;
    private final Semaphore turn = new Semaphore(1, true);
    private final Set<Pausable> active = new HashSet<>();
    private final Set<Pausable> awaited = new HashSet<>();
    private int pauses;

    /** @param limit how long a measurement waits for the trainings to stand still */
    public MeasurementGate(Duration limit) {
        this.limit = limit;
    }

    /** Begins an activity that a measurement may hold; blocks while a measurement runs. */
    Pass enter(Pausable activity) throws InterruptedException {
        turn.acquire();
        synchronized (this) {
            active.add(activity);
        }
        turn.release();
        return () -> leave(activity);
    }

    /** Takes the turn for a measurement and holds every activity; blocks while another measurement runs. */
    Quiet quiet() throws InterruptedException {
        turn.acquire();
        List<Pausable> held = hold();
        try {
            return new Quiet(this, held, awaitStillness());
        } catch (InterruptedException e) {
            release(held);
            throw e;
        }
    }

    private List<Pausable> hold() {
        List<Pausable> held;
        int number;
        synchronized (this) {
            held = List.copyOf(active);
            awaited.clear();
            awaited.addAll(held);
            number = ++pauses;
        }
        held.forEach(activity -> activity.pause(number, () -> isStill(activity, number)));
        return held;
    }

    private synchronized boolean awaitStillness() throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!awaited.isEmpty()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private synchronized void isStill(Pausable activity, int number) {
        if (number == pauses) {
            awaited.remove(activity);
            notifyAll();
        }
    }

    private synchronized void leave(Pausable activity) {
        active.remove(activity);
        awaited.remove(activity);
        notifyAll();
    }

    private void release(List<Pausable> held) {
        held.forEach(Pausable::resume);
        turn.release();
    }

    /** An activity that goes on until it is closed. */
    interface Pass extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * The time of a measurement.
     *
     * @param complete whether everything stood still within the limit
     */
    record Quiet(MeasurementGate gate, List<Pausable> held, boolean complete) implements AutoCloseable {
        @Override
        public void close() {
            gate.release(held);
        }
    }
}
