package dev.skyline.scheduling;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.skyline.execution.TrialRunner;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.TrialId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The task of running one trial. Its name says all that there is to know: {@code <experiment>/<number>}. */
final class TrialTask {

    static final String NAME = "trial";

    private static final Logger LOG = LoggerFactory.getLogger(TrialTask.class);

    /** How often a run may break on a fault of the service (the database is gone, say) before the trial is given up. */
    private static final int RUNS = 3;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** After which it is seen whether the device that a trial needs is there by now. */
    private static final Duration ABSENCE = Duration.ofSeconds(5);

    private final Supplier<TrialRunner> runner;
    private final RunningTrials running;
    private final BiConsumer<TrialId, Throwable> giveUp;
    private final CustomTask<Void> task = Tasks.custom(NAME, Void.class)
            .onFailure(this::failed)
            .onDeadExecutionRevive()
            .execute(this::run);

    TrialTask(Supplier<TrialRunner> runner, RunningTrials running, BiConsumer<TrialId, Throwable> giveUp) {
        this.runner = runner;
        this.running = running;
        this.giveUp = giveUp;
    }

    CustomTask<Void> task() {
        return task;
    }

    static TaskInstance<Void> of(TrialId trial) {
        return new TaskInstance<>(NAME, trial.toString());
    }

    private static TrialId trial(TaskInstance<?> instance) {
        String[] parts = instance.getId().split("/", 2);
        return new TrialId(new ExperimentId(UUID.fromString(parts[0])), Integer.parseInt(parts[1]));
    }

    private CompletionHandler<Void> run(TaskInstance<Void> instance, ExecutionContext context) {
        return running.run(trial(instance), runner.get())
                ? (run, operations) -> operations.remove()
                : (run, operations) ->
                        operations.reschedule(run, run.getTimeDone().plus(ABSENCE));
    }

    private void failed(ExecutionComplete run, ExecutionOperations<Void> operations) {
        Throwable cause = run.getCause().orElse(null);
        if (cause instanceof NodeStops) {
            return; // It stays this node's until the node releases it.
        }
        TrialId trial = trial(run.getExecution().taskInstance);
        int runs = run.getExecution().consecutiveFailures + 1;
        if (runs < RUNS) {
            LOG.warn("trial {} broke on a fault of the service; trying again", trial, cause);
            operations.reschedule(run, run.getTimeDone().plus(PAUSE.multipliedBy(runs)));
        } else {
            LOG.error("trial {} broke {} times on faults of the service; giving it up", trial, runs, cause);
            giveUp.accept(trial, cause);
            operations.remove();
        }
    }
}
