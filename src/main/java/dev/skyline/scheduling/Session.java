package dev.skyline.scheduling;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import dev.skyline.experiment.EventStream;
import dev.skyline.experiment.ExperimentEvent;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import javax.sql.DataSource;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A worker from one start to the next stop: db-scheduler picks tasks up, and what is cancelled is interrupted. */
final class Session {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    /** Most tasks are noticed by their event, at once; this is for those whose event was lost, and for retries. */
    private static final Duration POLL = Duration.ofSeconds(1);

    /** A lease lapses after five missed heartbeats; lapsed ones are looked for every second heartbeat. Below 30 s. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(4);

    private static final int MISSED_HEARTBEATS = 5;

    /** Cancels are noticed by their event, at once; this is for those whose event was lost. */
    private static final int CHECK_SECONDS = 5;

    /** A training ends within 2 s of its interruption. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Just below all slots: one that comes free is filled before the next poll, however many there are. */
    private static final double BUSY = 0.99;

    private final RunningTrials running;
    private final Predicate<TrialId> hasEnded;
    private final Scheduler scheduler;
    private final EventStream.Subscription subscription;
    private final ScheduledExecutorService checks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "skyline-trial-check");
        thread.setDaemon(true);
        return thread;
    });

    /** @param hasEnded whether a trial needs no run any more */
    Session(
            Node node,
            DataSource dataSource,
            TrialTask task,
            RunningTrials running,
            EventStream events,
            Predicate<TrialId> hasEnded) {
        this.running = running;
        this.hasEnded = hasEnded;
        this.scheduler = Scheduler.create(dataSource, task.task())
                .schedulerName(new SchedulerName.Fixed(node.id().toString()))
                .threads(node.slots())
                .executorService(new WorkerThreads(node.slots(), this::look))
                .pollUsingLockAndFetch(BUSY, 1)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(PATIENCE)
                .failureLogging(LogLevel.OFF, false)
                .build();
        this.subscription = events.subscribe(this::notice);
        this.checks.scheduleWithFixedDelay(this::check, CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
        this.scheduler.start();
    }

    private void look() {
        scheduler.triggerCheckForDueExecutions();
    }

    private void notice(ExperimentEvent event) {
        if (!event.type().equals("trial")) {
            return;
        }
        String state = String.valueOf(event.data().get("state"));
        if (state.equals(TrialState.QUEUED.name())) {
            look();
        } else if (state.equals(TrialState.CANCELLED.name())) {
            Object number = event.data().get("number");
            running.cancel(trial -> trial.experiment().equals(event.experiment())
                    && String.valueOf(number).equals(String.valueOf(trial.number())));
        }
    }

    private void check() {
        try {
            running.cancel(hasEnded);
        } catch (RuntimeException e) {
            LOG.warn("cannot check whether what runs has been cancelled: {}", e.toString());
        }
    }

    /** Interrupts what runs and waits until it has ended, up to twice {@link #PATIENCE}. */
    void end() {
        subscription.close();
        checks.shutdown();
        scheduler.pause();
        running.stop();
        scheduler.stop();
    }
}
