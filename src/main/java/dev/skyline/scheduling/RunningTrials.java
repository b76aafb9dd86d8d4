package dev.skyline.scheduling;

import dev.skyline.execution.TrialRunner;
import dev.skyline.experiment.TrialId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The trials that run on this node, from its start until it stops. */
final class RunningTrials {

    private static final Logger LOG = LoggerFactory.getLogger(RunningTrials.class);

    private final Set<Run> runs = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /**
     * Runs a trial on the present thread.
     *
     * @return whether it needs no further run; if not, it is to be run again in a while
     * @throws NodeStops where the node stops meanwhile
     */
    boolean run(TrialId trial, TrialRunner runner) {
        Run run = new Run(trial);
        runs.add(run);
        boolean done = true;
        RuntimeException fault = null;
        Run.Interruption interruption;
        try {
            if (stopping) {
                throw new NodeStops(null);
            }
            done = runner.run(trial);
        } catch (InterruptedException e) {
            fault = new IllegalStateException("interrupted by nobody known", e);
        } catch (RuntimeException e) {
            fault = e;
        } finally {
            runs.remove(run);
            interruption = run.end();
        }
        if (fault != null) {
            handle(trial, interruption, fault);
        }
        return done;
    }

    private static void handle(TrialId trial, Run.Interruption interruption, RuntimeException fault) {
        switch (interruption) {
            case CANCEL -> LOG.debug("trial {} was cancelled", trial, fault);
            case NODE_STOPS -> throw new NodeStops(fault);
            case NONE -> throw fault;
        }
    }

    /** Interrupts the runs of trials that have ended otherwise. */
    void cancel(Predicate<TrialId> which) {
        runs.stream().filter(run -> which.test(run.trial())).forEach(run -> run.interrupt(Run.Interruption.CANCEL));
    }

    /** Interrupts all, and lets none begin. */
    void stop() {
        stopping = true;
        runs.forEach(run -> run.interrupt(Run.Interruption.NODE_STOPS));
    }
}
