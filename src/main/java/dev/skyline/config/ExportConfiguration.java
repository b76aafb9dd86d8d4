package dev.skyline.config;

import dev.skyline.dataset.Datasets;
import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.export.ExportModel;
import dev.skyline.network.Network;
import dev.skyline.onnx.ModelRefused;
import dev.skyline.onnx.StoredModel;
import dev.skyline.search.ReadNetwork;
import dev.skyline.trainer.ExportWorkshop;
import dev.skyline.trainer.MeasurementGate;
import dev.skyline.trainer.TrainerSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.nio.file.Path;

/** How trained models leave the service. */
@Configuration(proxyBeanMethods = false)
class ExportConfiguration {

    @Bean
    ExportWorkshop exportWorkshop(TrainerSettings settings, MeasurementGate gate, SkylineProperties properties) {
        return new ExportWorkshop(settings, gate, properties.dataDirectory());
    }

    @Bean
    ExportModel exportModel(ExportWorkshop workshop, ReadNetwork networks, Datasets datasets) {
        return new ExportModel(workshop, (spec, model) -> trained(networks, spec, model), datasets);
    }

    private static Network trained(ReadNetwork networks, ExperimentSpec spec, Path model) {
        try {
            return networks.of(spec, StoredModel.read(model).architecture());
        } catch (ModelRefused e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
