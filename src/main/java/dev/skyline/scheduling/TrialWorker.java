package dev.skyline.scheduling;

import dev.skyline.execution.TrialRunner;
import dev.skyline.experiment.EventStream;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.Trials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

import javax.sql.DataSource;
import java.util.function.Supplier;

/**
 * Runs trials on this node, as many at once as it has slots, from its start until it stops. What runs when it stops is
 * interrupted, and begun again wherever it is picked up next. After a crash that is at this node's next start, or half
 * a minute later on another.
 */
public final class TrialWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TrialWorker.class);

    private final Node node;
    private final DataSource dataSource;
    private final Supplier<TrialRunner> runner;
    private final Trials trials;
    private final EventStream events;
    private final GivenUp givenUp;
    private final PickedTasks picked;
    private Session session;

    /**
     * @param runner asked for at each run: it may itself need what hands trials over
     * @param givenUp ends trials that cannot be run
     */
    public TrialWorker(
            Node node,
            DataSource dataSource,
            Supplier<TrialRunner> runner,
            Trials trials,
            EventStream events,
            GivenUp givenUp) {
        this.node = node;
        this.dataSource = dataSource;
        this.runner = runner;
        this.trials = trials;
        this.events = events;
        this.givenUp = givenUp;
        this.picked = new PickedTasks(JdbcClient.create(dataSource), node.id());
    }

    @Override
    public synchronized void start() {
        if (session != null) {
            return;
        }
        int released = picked.release();
        if (released > 0) {
            LOG.info("{} trials that this node was running when it died begin again", released);
        }
        RunningTrials running = new RunningTrials();
        TrialTask task = new TrialTask(runner, running, givenUp::giveUp);
        session = new Session(node, dataSource, task, running, events, this::hasEnded);
    }

    private boolean hasEnded(TrialId trial) {
        return trials.find(trial).map(found -> found.state().isFinished()).orElse(true);
    }

    @Override
    public synchronized void stop() {
        if (session != null) {
            session.end();
            session = null;
            picked.release();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return session != null;
    }
}
