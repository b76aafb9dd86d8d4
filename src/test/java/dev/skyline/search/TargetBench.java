package dev.skyline.search;

import dev.skyline.execution.InMemoryLeases;
import dev.skyline.execution.SoleWork;
import dev.skyline.experiment.Device;
import dev.skyline.hardware.DraftDocuments;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.HostSettings;
import dev.skyline.hardware.InMemoryCalibrations;
import dev.skyline.hardware.InMemoryQualities;
import dev.skyline.hardware.InMemoryTargets;
import dev.skyline.hardware.MemoryDocuments;
import dev.skyline.hardware.ModelledKinds;
import dev.skyline.hardware.TargetContext;
import dev.skyline.plugin.Plugin;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.plugin.Plugins;
import dev.skyline.space.Spaces;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hardware targets over ports in memory; {@code meter}, of kind host, is the one that measures. */
final class TargetBench {

    static final String METER = "meter";
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    /** Has the benchmarks and the experiments that targets are made of. */
    final SearchBench search = new SearchBench();

    final InMemoryTargets targets = new InMemoryTargets();
    final InMemoryLeases leases = new InMemoryLeases();
    final InMemoryCalibrations calibrations = new InMemoryCalibrations();
    final InMemoryQualities qualities = new InMemoryQualities();
    final DraftDocuments documents = new DraftDocuments(new MemoryDocuments());
    final Catalogue catalogue;
    final DefineTarget define;
    final CalibrateTargets calibrate;

    TargetBench(HardwareTarget meter) {
        List<Plugin<?, TargetContext, HardwareTarget>> kinds = new ArrayList<>();
        kinds.add(new Plugin<>("host", "", "", HostSettings.class, (settings, context) -> meter));
        kinds.addAll(ModelledKinds.all(documents, settings -> SpaceArchitectures.of(settings, Spaces.plugins())));
        catalogue = new Catalogue(
                Spaces.plugins(),
                new Plugins<>("search strategy", List.of()),
                new Plugins<>("performance estimator", List.of()),
                new Plugins<>("kind of hardware target", kinds));
        Calibrators calibrators = new Calibrators(catalogue, targets, documents);
        LatencySources sources =
                new LatencySources(search.benchmarks, search.tables, search.experiments, search.trials);
        define = new DefineTarget(catalogue, targets, documents, calibrators, sources, qualities, search.spaces, CLOCK);
        calibrate = new CalibrateTargets(
                targets,
                calibrations,
                calibrators,
                new FinishTarget(catalogue, targets, documents, qualities),
                new SoleWork(leases));
        define(METER, "host", Map.of(), null);
    }

    void define(String name, String kind, Map<String, Object> settings, String data) {
        define.add(define.check(new TargetDraft(name, new PluginSpec(kind, settings), "", Optional.ofNullable(data))));
    }

    void calibrate() throws InterruptedException {
        SearchBench.doAll(calibrate.due());
    }

    HardwareTargetSpec target(String name) {
        return targets.find(name).orElseThrow();
    }

    HardwareTarget made(String name) {
        HardwareTargetSpec target = target(name);
        return catalogue.target(new Device(name, target.model(), target.data()));
    }

    /** What an export holds of it. */
    String data(String name) {
        return new String(documents.read(target(name).data().orElseThrow()), StandardCharsets.UTF_8);
    }
}
