package dev.skyline.config;

import dev.skyline.execution.TrialExecutor;
import dev.skyline.execution.TrialRunner;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentExamples;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.Trials;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;

/** The part of the service that keeps data and runs tasks, as it is wired for real, with a runner of the test's own. */
@AutoConfigurationPackage(basePackages = "dev.skyline.persistence")
@ComponentScan("dev.skyline.persistence")
@Import({DatabaseConfiguration.class, SchedulingConfiguration.class, ClockConfiguration.class})
@ImportAutoConfiguration({
    HibernateJpaAutoConfiguration.class,
    DataJpaRepositoriesAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
class StorageService {

    /** @param runner made with the service's trials */
    static ConfigurableApplicationContext start(Function<Trials, TrialRunner> runner, String... settings) {
        return new SpringApplicationBuilder(StorageService.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(TrialRunner.class, () -> runner.apply(context.getBean(Trials.class))))
                .run(Stream.concat(Arrays.stream(settings), Stream.of("skyline.node.slots=1"))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }

    /** Begins a trial that never ends, and says so; to be killed. */
    public static void main(String[] settings) {
        PrintStream output = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
        ConfigurableApplicationContext context = start(
                trials -> id -> {
                    trials.start(id, Instant.now()).orElseThrow();
                    output.println("running " + id);
                    new CountDownLatch(1).await();
                    return true;
                },
                settings);
        Experiment experiment = ExperimentExamples.experiment();
        context.getBean(Experiments.class).add(experiment);
        context.getBean(Experiments.class).claim(experiment.id(), claimed -> {
            context.getBean(Trials.class).add(ExperimentExamples.trial(experiment.id(), 1));
            context.getBean(TrialExecutor.class).submit(new TrialId(experiment.id(), 1));
        });
    }
}
