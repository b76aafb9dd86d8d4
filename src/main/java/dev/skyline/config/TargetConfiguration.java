package dev.skyline.config;

import dev.skyline.experiment.Experiments;
import dev.skyline.export.UntrainedModel;
import dev.skyline.hardware.DraftDocuments;
import dev.skyline.hardware.HardwareTargets;
import dev.skyline.hardware.TargetDocuments;
import dev.skyline.search.Catalogue;
import dev.skyline.search.DefineTarget;
import dev.skyline.search.EditTargets;
import dev.skyline.search.MeasureNetwork;
import dev.skyline.search.TestTarget;
import dev.skyline.space.StoredSpaces;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

import java.time.Clock;

/** Hardware targets: described, tried out, and measured where they are made of measurements. */
@Configuration(proxyBeanMethods = false)
class TargetConfiguration {

    /** What plug-ins read, so that a target can be tried before its document is kept. */
    @Bean
    @Primary
    DraftDocuments draftDocuments(@Qualifier("jpaTargetDocuments") TargetDocuments stored) {
        return new DraftDocuments(stored);
    }

    @Bean
    DefineTarget defineTarget(Catalogue catalogue, HardwareTargets targets, DraftDocuments documents, Clock clock) {
        return new DefineTarget(catalogue, targets, documents, clock);
    }

    @Bean
    EditTargets editTargets(HardwareTargets targets, Experiments experiments) {
        return new EditTargets(targets, experiments);
    }

    @Bean
    MeasureNetwork measureNetwork(UntrainedModel models, SkylineProperties properties) {
        return new MeasureNetwork(
                models, properties.dataDirectory().resolve("cache").resolve("untrained"));
    }

    @Bean
    TestTarget testTarget(Catalogue catalogue, StoredSpaces spaces, MeasureNetwork measure) {
        return new TestTarget(catalogue, spaces, measure);
    }
}
