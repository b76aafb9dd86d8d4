package dev.skyline.config;

import dev.skyline.benchmark.BundledBenchmark;
import dev.skyline.dataset.importing.Digits;
import dev.skyline.experiment.view.ExperimentFilter;
import dev.skyline.experiment.view.ExperimentSort;
import dev.skyline.experiment.view.ExperimentSummaries;
import dev.skyline.experiment.view.PageRequest;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.HardwareTargets;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.search.Catalogue;
import dev.skyline.search.Demonstration;
import dev.skyline.search.EditTargets;
import dev.skyline.search.SubmitExperiment;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;

/**
 * Sees to what every installation has: the digits, a benchmark, this machine as a target, and a first search to look at.
 * All of it is there before the port is open, so that whoever gets an answer finds it.
 */
@Component
class FirstStart implements SmartInitializingSingleton {

    private final SkylineProperties properties;
    private final Digits digits;
    private final BundledBenchmark benchmark;
    private final HardwareTargets targets;
    private final Catalogue catalogue;
    private final ExperimentSummaries experiments;
    private final SubmitExperiment submit;
    private final Clock clock;

    FirstStart(
            SkylineProperties properties,
            Digits digits,
            BundledBenchmark benchmark,
            HardwareTargets targets,
            Catalogue catalogue,
            ExperimentSummaries experiments,
            SubmitExperiment submit,
            Clock clock) {
        this.properties = properties;
        this.digits = digits;
        this.benchmark = benchmark;
        this.targets = targets;
        this.catalogue = catalogue;
        this.experiments = experiments;
        this.submit = submit;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            digits.dataset();
            benchmark.benchmark();
        } catch (IOException e) {
            throw new UncheckedIOException("what Skyline comes with cannot be stored", e);
        }
        if (targets.find(EditTargets.HOST).isEmpty()) {
            PluginSpec model = catalogue.targets().complete(PluginSpec.of(EditTargets.HOST));
            targets.add(new HardwareTargetSpec(
                    EditTargets.HOST, model, "This machine, one thread, one sample.", clock.instant()));
        }
        if (properties.demo() && isEmpty()) {
            submit.submit(Demonstration.draft());
        }
    }

    private boolean isEmpty() {
        return experiments
                        .page(ExperimentFilter.ALL, ExperimentSort.NEWEST_FIRST, new PageRequest(0, 1))
                        .totalItems()
                == 0;
    }
}
