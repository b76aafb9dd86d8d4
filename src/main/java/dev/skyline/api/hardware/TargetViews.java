package dev.skyline.api.hardware;

import dev.skyline.benchmark.Benchmark;
import dev.skyline.benchmark.Benchmarks;
import dev.skyline.hardware.Calibrations;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.HardwareTargetSpec.State;
import dev.skyline.hardware.HardwareTargets;
import dev.skyline.hardware.ModelQualities;
import dev.skyline.hardware.ModelQuality;
import dev.skyline.search.Catalogue;
import dev.skyline.search.EditTargets;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that the API tells of hardware targets, the devices of benchmarks included. */
@Component
class TargetViews {

    private final HardwareTargets targets;
    private final Benchmarks benchmarks;
    private final Catalogue catalogue;
    private final TargetAgents agents;
    private final Calibrations calibrations;
    private final ModelQualities qualities;

    TargetViews(
            HardwareTargets targets,
            Benchmarks benchmarks,
            Catalogue catalogue,
            TargetAgents agents,
            Calibrations calibrations,
            ModelQualities qualities) {
        this.targets = targets;
        this.benchmarks = benchmarks;
        this.catalogue = catalogue;
        this.agents = agents;
        this.calibrations = calibrations;
        this.qualities = qualities;
    }

    /** The service's own by name, then each benchmark's in the order of its columns. */
    List<TargetView> list() {
        Map<String, ModelQuality> known = qualities.all();
        return Stream.concat(targets.list().stream().map(target -> of(target, known)), columns())
                .toList();
    }

    /** The service's own one of this name, or else the first benchmark's. */
    Optional<TargetView> find(String name) {
        return targets.find(name)
                .map(target -> of(target, qualities.all()))
                .or(() -> columns().filter(column -> column.name().equals(name)).findFirst());
    }

    private TargetView of(HardwareTargetSpec target, Map<String, ModelQuality> known) {
        return new TargetView(
                target.name(),
                target.model().type(),
                catalogue.targets().ordered(target.model()).settings(),
                target.description(),
                target.createdAt(),
                target.state(),
                target.state() == State.FAILED ? target.why() : null,
                target.name().equals(EditTargets.HOST),
                null,
                target.data().isPresent(),
                target.state() == State.CALIBRATING ? progress(target) : null,
                Optional.ofNullable(known.get(target.name()))
                        .map(QualitySummary::of)
                        .orElse(null),
                agents.of(target).orElse(null),
                null);
    }

    private TargetView.CalibrationView progress(HardwareTargetSpec target) {
        Calibrations.Progress progress = calibrations.progress(target.name());
        return new TargetView.CalibrationView(progress.done(), progress.total());
    }

    private Stream<TargetView> columns() {
        return benchmarks.list().stream()
                .flatMap(benchmark -> benchmark.targets().stream().map(column -> of(benchmark, column)));
    }

    private static TargetView of(Benchmark benchmark, String column) {
        return new TargetView(
                column,
                "table",
                Map.of(),
                "A device of benchmark '" + benchmark.name() + "'",
                benchmark.createdAt(),
                State.READY,
                null,
                true,
                benchmark.name(),
                false,
                null,
                null,
                null,
                null);
    }
}
