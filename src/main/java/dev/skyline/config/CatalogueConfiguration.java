package dev.skyline.config;

import dev.skyline.estimator.ExternalEstimator;
import dev.skyline.estimator.TrainingSettings;
import dev.skyline.hardware.HostSettings;
import dev.skyline.plugin.Plugin;
import dev.skyline.plugin.Plugins;
import dev.skyline.search.Catalogue;
import dev.skyline.space.Spaces;
import dev.skyline.strategy.Strategies;
import dev.skyline.trainer.HostTarget;
import dev.skyline.trainer.MeasurementGate;
import dev.skyline.trainer.TrainerPool;
import dev.skyline.trainer.TrainerSettings;
import dev.skyline.trainer.TrainingEstimator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.nio.file.Path;
import java.util.List;

/** The plug-ins of this build, and the child processes that those which train and measure use. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

    @Bean
    TrainerSettings trainerSettings(SkylineProperties properties) {
        Path data = properties.dataDirectory();
        return TrainerSettings.defaults(
                properties.node().slots(), data.resolve("cache").resolve("native"), data.resolve("crashes"));
    }

    @Bean
    MeasurementGate measurementGate(TrainerSettings settings) {
        return new MeasurementGate(settings.quietLimit());
    }

    @Bean
    TrainerPool trainerPool(TrainerSettings settings, MeasurementGate gate) {
        return new TrainerPool(settings, gate);
    }

    @Bean
    Catalogue catalogue(SkylineProperties properties, TrainerPool pool) {
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
                                ExternalEstimator.PLUGIN)),
                new Plugins<>(
                        "kind of hardware target",
                        List.of(new Plugin<>(
                                "host",
                                "This machine: inference of the exported model under ONNX Runtime, measured.",
                                "",
                                HostSettings.class,
                                (settings, name) -> new HostTarget(name, settings, pool)))));
    }
}
