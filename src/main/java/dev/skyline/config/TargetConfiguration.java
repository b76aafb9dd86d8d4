package dev.skyline.config;

import dev.skyline.benchmark.BenchmarkTables;
import dev.skyline.benchmark.Benchmarks;
import dev.skyline.execution.SoleWork;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Trials;
import dev.skyline.hardware.Calibrations;
import dev.skyline.hardware.DraftDocuments;
import dev.skyline.hardware.HardwareTargets;
import dev.skyline.hardware.ModelQualities;
import dev.skyline.hardware.TargetDocuments;
import dev.skyline.search.CalibrateTargets;
import dev.skyline.search.Calibrators;
import dev.skyline.search.Catalogue;
import dev.skyline.search.DefineTarget;
import dev.skyline.search.EditTargets;
import dev.skyline.search.FinishTarget;
import dev.skyline.search.LatencySources;
import dev.skyline.search.ReadQuality;
import dev.skyline.search.TestTarget;
import dev.skyline.space.StoredSpaces;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
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
    Calibrators calibrators(Catalogue catalogue, HardwareTargets targets, DraftDocuments documents) {
        return new Calibrators(catalogue, targets, documents);
    }

    @Bean
    DefineTarget defineTarget(
            Catalogue catalogue,
            HardwareTargets targets,
            DraftDocuments documents,
            Calibrators calibrators,
            LatencySources sources,
            ModelQualities qualities,
            StoredSpaces spaces,
            Clock clock) {
        return new DefineTarget(catalogue, targets, documents, calibrators, sources, qualities, spaces, clock);
    }

    @Bean
    LatencySources latencySources(
            Benchmarks benchmarks, BenchmarkTables tables, Experiments experiments, Trials trials) {
        return new LatencySources(benchmarks, tables, experiments, trials);
    }

    @Bean
    CalibrateTargets calibrateTargets(
            Catalogue catalogue,
            HardwareTargets targets,
            DraftDocuments documents,
            ModelQualities qualities,
            Calibrations calibrations,
            Calibrators calibrators,
            SoleWork sole) {
        FinishTarget finish = new FinishTarget(catalogue, targets, documents, qualities);
        return new CalibrateTargets(targets, calibrations, calibrators, finish, sole);
    }

    @Bean
    @Conditional(OnWorker.class)
    BackgroundWorker calibrationWorker(CalibrateTargets calibrate) {
        return new BackgroundWorker("calibrations", calibrate::due);
    }

    @Bean
    EditTargets editTargets(HardwareTargets targets, Experiments experiments) {
        return new EditTargets(targets, experiments);
    }

    @Bean
    TestTarget testTarget(Catalogue catalogue, StoredSpaces spaces) {
        return new TestTarget(catalogue, spaces);
    }

    @Bean
    ReadQuality readQuality(Catalogue catalogue, HardwareTargets targets) {
        return new ReadQuality(catalogue, targets);
    }
}
