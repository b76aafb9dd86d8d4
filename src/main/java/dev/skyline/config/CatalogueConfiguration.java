package dev.skyline.config;

import dev.skyline.benchmark.BenchmarkTables;
import dev.skyline.benchmark.RowsSpace;
import dev.skyline.benchmark.TabularEstimator;
import dev.skyline.estimator.ExternalEstimator;
import dev.skyline.estimator.TrainingSettings;
import dev.skyline.execution.ModelAppraiser;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.HostSettings;
import dev.skyline.hardware.ModelledKinds;
import dev.skyline.hardware.TargetContext;
import dev.skyline.hardware.TargetDocuments;
import dev.skyline.persistence.DataDirectory;
import dev.skyline.plugin.Plugin;
import dev.skyline.plugin.Plugins;
import dev.skyline.search.Catalogue;
import dev.skyline.search.SpaceArchitectures;
import dev.skyline.space.Spaces;
import dev.skyline.strategy.Strategies;
import dev.skyline.trainer.ChildAppraiser;
import dev.skyline.trainer.HostTarget;
import dev.skyline.trainer.MeasurementGate;
import dev.skyline.trainer.TrainerPool;
import dev.skyline.trainer.TrainerSettings;
import dev.skyline.trainer.TrainingEstimator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The plug-ins of this build, and the child processes that those which train and measure use. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    TrainerSettings trainerSettings(SkylineProperties properties) {
        Path data = properties.dataDirectory();
        return TrainerSettings.defaults(
                properties.node().slots(),
                properties.trainer().stallLimit(),
                data.resolve("cache").resolve("native"),
                data.resolve("crashes"),
                data.resolve("cache").resolve("scratch"));
    }

    @Bean
    MeasurementGate measurementGate(TrainerSettings settings) {
        return new MeasurementGate(settings.quietLimit());
    }

    /** @param claimed so that nobody else's temporary files are removed */
    @Bean
    TrainerPool pool(DataDirectory claimed, TrainerSettings settings, MeasurementGate gate) {
        return new TrainerPool(settings, gate);
    }

    /** @param pool empties the folder of temporary files, which both use, before anybody uses it */
    @Bean
    TrainerPool foreignPool(TrainerPool pool, TrainerSettings settings, MeasurementGate gate) {
        return TrainerPool.foreign(settings, gate);
    }

    @Bean
    ModelAppraiser modelAppraiser(SkylineProperties properties, TrainerPool foreignPool) {
        return new ChildAppraiser(foreignPool, properties.dataDirectory());
    }

    @Bean
    Catalogue catalogue(
            SkylineProperties properties,
            TrainerPool pool,
            TrainerPool foreignPool,
            BenchmarkTables tables,
            TargetDocuments documents,
            AgentWiring agents) {
        return new Catalogue(
                Spaces.plugins(),
                Strategies.plugins(),
                new Plugins<>(
                        "performance estimator",
                        List.of(
                                new Plugin<>(
                                        "training",
                                        "Trains the network on the data and validates it after every epoch.",
                                        "",
                                        TrainingSettings.class,
                                        (settings, context) -> new TrainingEstimator(
                                                pool, settings, context, properties.dataDirectory())),
                                TabularEstimator.plugin(tables),
                                ExternalEstimator.PLUGIN)),
                new Plugins<>("kind of hardware target", targets(pool, foreignPool, documents, agents)),
                benchmark -> new RowsSpace(tables.table(benchmark.name(), benchmark.hash())));
    }

    private static List<Plugin<?, TargetContext, HardwareTarget>> targets(
            TrainerPool pool, TrainerPool foreignPool, TargetDocuments documents, AgentWiring agents) {
        List<Plugin<?, TargetContext, HardwareTarget>> kinds = new ArrayList<>();
        kinds.add(new Plugin<>(
                "host",
                "This machine: inference under ONNX Runtime, or under DL4J, measured.",
                "",
                HostSettings.class,
                (settings, context) -> new HostTarget(context.name(), settings, pool, foreignPool)));
        kinds.add(agents.plugin());
        kinds.addAll(ModelledKinds.all(documents, settings -> SpaceArchitectures.of(settings, Spaces.plugins())));
        return kinds;
    }
}
