package dev.skyline.config;

import dev.skyline.execution.SoleWork;
import dev.skyline.execution.TrainedModels;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.SecondMeasurements;
import dev.skyline.experiment.Trials;
import dev.skyline.hardware.HardwareTargets;
import dev.skyline.search.Catalogue;
import dev.skyline.search.FinalFront;
import dev.skyline.search.Histories;
import dev.skyline.search.MeasureFronts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** The members of final fronts, and their second measurement in the background. */
@Configuration(proxyBeanMethods = false)
@Conditional(OnWorker.class)
class FrontConfiguration {

    @Bean
    FinalFront finalFront(Histories histories, HardwareTargets targets, Catalogue catalogue) {
        return new FinalFront(histories, targets, catalogue);
    }

    @Bean
    MeasureFronts measureFronts(
            Experiments experiments,
            Trials trials,
            SecondMeasurements second,
            FinalFront fronts,
            TrainedModels models,
            Catalogue catalogue,
            SoleWork sole,
            Clock clock) {
        return new MeasureFronts(experiments, trials, second, fronts, models, catalogue, sole, clock);
    }

    @Bean
    BackgroundWorker frontWorker(MeasureFronts measure) {
        return new BackgroundWorker("fronts", measure::due);
    }
}
