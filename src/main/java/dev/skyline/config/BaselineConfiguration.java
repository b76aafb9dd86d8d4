package dev.skyline.config;

import dev.skyline.execution.BaselineFiles;
import dev.skyline.execution.ModelAppraiser;
import dev.skyline.experiment.Baselines;
import dev.skyline.experiment.Experiments;
import dev.skyline.search.Catalogue;
import dev.skyline.search.EditBaselines;
import dev.skyline.search.MeasureBaselines;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** Models from elsewhere that experiments are compared with, and their measurement in the background. */
@Configuration(proxyBeanMethods = false)
class BaselineConfiguration {

    @Bean
    EditBaselines editBaselines(
            Experiments experiments, Baselines baselines, BaselineFiles files, ModelAppraiser appraiser, Clock clock) {
        return new EditBaselines(experiments, baselines, files, appraiser, clock);
    }

    @Bean
    MeasureBaselines measureBaselines(
            Experiments experiments,
            Baselines baselines,
            BaselineFiles files,
            ModelAppraiser appraiser,
            Catalogue catalogue) {
        return new MeasureBaselines(experiments, baselines, files, appraiser, catalogue);
    }

    @Bean
    BackgroundWorker baselineWorker(MeasureBaselines measure) {
        return new BackgroundWorker("baselines", measure::due);
    }
}
