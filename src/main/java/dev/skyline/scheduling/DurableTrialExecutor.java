package dev.skyline.scheduling;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.skyline.execution.TrialExecutor;
import dev.skyline.experiment.TrialId;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

import javax.sql.DataSource;
import java.time.Clock;

/** Keeps a row for each trial that is handed over; the {@link TrialWorker} of some node picks it up. */
public final class DurableTrialExecutor implements TrialExecutor {

    private final SchedulerClient tasks;
    private final Clock clock;

    public DurableTrialExecutor(DataSource dataSource, Clock clock) {
        this.tasks = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .build();
        this.clock = clock;
    }

    @Override
    public void submit(TrialId trial) {
        tasks.scheduleIfNotExists(TrialTask.of(trial), clock.instant());
    }
}
