package dev.skyline.config;

import dev.skyline.execution.TrialRunner;
import dev.skyline.experiment.EventStream;
import dev.skyline.experiment.ExperimentEvents;
import dev.skyline.experiment.Trials;
import dev.skyline.persistence.DataDirectory;
import dev.skyline.scheduling.DurableTrialExecutor;
import dev.skyline.scheduling.GivenUp;
import dev.skyline.scheduling.Node;
import dev.skyline.scheduling.TrialWorker;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

import javax.sql.DataSource;
import java.time.Clock;

/** Hands trials over and, on a worker, runs them. */
@Configuration(proxyBeanMethods = false)
class SchedulingConfiguration {

    @Bean
    DurableTrialExecutor trialExecutor(DataSource dataSource, Clock clock) {
        return new DurableTrialExecutor(dataSource, clock);
    }

    @Bean
    @Conditional(OnWorker.class)
    TrialWorker trialWorker(
            SkylineProperties properties,
            DataDirectory directory,
            DataSource dataSource,
            ObjectProvider<TrialRunner> runner,
            Trials trials,
            ExperimentEvents events,
            EventStream stream,
            Clock clock) {
        return new TrialWorker(
                new Node(directory.node(), properties.node().slots()),
                dataSource,
                runner::getObject,
                trials,
                stream,
                new GivenUp(trials, events, clock));
    }
}
