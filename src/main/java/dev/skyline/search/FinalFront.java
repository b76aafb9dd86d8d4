package dev.skyline.search;

import dev.skyline.experiment.Device;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.experiment.Trial;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.HardwareTargets;
import dev.skyline.hardware.ModelledTarget;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Problem;
import dev.skyline.network.Candidate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What of a search that has ended is worth another measurement, and on what. */
public final class FinalFront {

    private static final int MOST = 100;

    private final Histories histories;
    private final HardwareTargets targets;
    private final Catalogue catalogue;

    public FinalFront(Histories histories, HardwareTargets targets, Catalogue catalogue) {
        this.histories = histories;
        this.targets = targets;
        this.catalogue = catalogue;
    }

    /**
     * A target on which something can be measured.
     *
     * @param name under which the experiment knows it
     * @param own under which it files its measurements
     */
    record Measuring(String name, String own, HardwareTarget target) {

        Measurements measure(Candidate candidate) throws InterruptedException {
            return Measurements.of(target.measure(candidate).list().stream()
                    .map(measured -> measured.key().target().equals(Optional.of(own)) ? renamed(measured) : measured)
                    .toList());
        }

        private Measurement renamed(Measurement measured) {
            return new Measurement(
                    MetricKey.of(measured.key().metric(), name),
                    measured.value(),
                    measured.source(),
                    measured.p95(),
                    measured.spread(),
                    measured.interval(),
                    measured.steady());
        }
    }

    /** The experiment's targets that measure, and for those that were learnt from measurements the ones that gave them. */
    List<Measuring> measuring(ExperimentSpec spec) {
        List<Measuring> found = new ArrayList<>();
        for (Device device : spec.devices()) {
            HardwareTarget target = catalogue.target(device);
            if (target instanceof ModelledTarget) {
                learntFrom(device).ifPresent(found::add);
            } else {
                found.add(new Measuring(device.name(), device.name(), target));
            }
        }
        return found;
    }

    /** Own names of what may measure for an experiment, of targets that are gone by now as well. */
    static Set<String> measuringNames(ExperimentSpec spec) {
        return spec.devices().stream()
                .map(device -> learntOn(device).orElse(device.name()))
                .collect(Collectors.toSet());
    }

    private static Optional<String> learntOn(Device device) {
        return Optional.ofNullable(device.model().settings().get(Calibrators.ON))
                .map(Object::toString)
                .filter(name -> !name.isEmpty());
    }

    private Optional<Measuring> learntFrom(Device device) {
        return learntOn(device)
                .flatMap(targets::find)
                .filter(HardwareTargetSpec::isReady)
                .map(on -> new Measuring(device.name(), on.name(), catalogue.target(on)))
                .filter(measuring -> !(measuring.target() instanceof ModelledTarget));
    }

    /**
     * Numbers of the trials that are on the front of all objectives, or on that of a measuring target; at most {@value
     * #MOST}, those of the first kind first.
     */
    Set<Integer> members(Experiment experiment) {
        List<Measuring> measuring = measuring(experiment.spec());
        Set<Integer> members = new LinkedHashSet<>();
        if (measuring.isEmpty()) {
            return members;
        }
        Problem problem = experiment.spec().problem();
        List<Trial> results = Results.of(histories.recorded(experiment.id()));
        ReadFront.members(problem, results).forEach(trial -> members.add(trial.number()));
        for (Measuring device : measuring) {
            MetricKey latency = MetricKey.of(Metric.LATENCY, device.name());
            Axes axes = Axes.of(experiment.spec(), Optional.of(latency), Optional.empty());
            if (!axes.y().equals(latency)) {
                ReadFront.points(axes, problem.constraints(), results)
                        .forEach(point -> members.add(point.trial().number()));
            }
        }
        return new LinkedHashSet<>(members.stream().limit(MOST).toList());
    }
}
