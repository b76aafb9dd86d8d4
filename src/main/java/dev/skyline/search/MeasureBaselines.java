package dev.skyline.search;

import dev.skyline.execution.BaselineFiles;
import dev.skyline.execution.LongWork;
import dev.skyline.execution.ModelAppraiser;
import dev.skyline.execution.ModelUnfit;
import dev.skyline.experiment.Baseline;
import dev.skyline.experiment.Baselines;
import dev.skyline.experiment.DatasetRef;
import dev.skyline.experiment.Device;
import dev.skyline.experiment.End;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.experiment.Experiments;
import dev.skyline.hardware.MeasurementFailed;
import dev.skyline.hardware.ModelTarget;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Measures baselines, one after the other: on the data of their experiment, where they are for such samples, and on
 * those of its hardware targets that can measure a model file. One that was interrupted is measured anew.
 */
public final class MeasureBaselines {

    private final Experiments experiments;
    private final Baselines baselines;
    private final BaselineFiles files;
    private final ModelAppraiser appraiser;
    private final Catalogue catalogue;

    public MeasureBaselines(
            Experiments experiments,
            Baselines baselines,
            BaselineFiles files,
            ModelAppraiser appraiser,
            Catalogue catalogue) {
        this.experiments = experiments;
        this.baselines = baselines;
        this.files = files;
        this.appraiser = appraiser;
        this.catalogue = catalogue;
    }

    /** Measuring those that wait and whose file is on this node, by the names of what measures them. */
    public Map<String, LongWork> due() {
        return ByDevices.together(baselines.measuring().stream()
                .filter(baseline -> files.contains(baseline.model()))
                .flatMap(baseline -> experiments.find(baseline.experiment()).map(Experiment::spec).stream()
                        .map(spec -> new ByDevices(devices(spec), () -> measure(baseline.id(), spec))))
                .toList());
    }

    private static Set<String> devices(ExperimentSpec spec) {
        return spec.devices().stream().map(Device::name).collect(Collectors.toSet());
    }

    /** Does nothing where it was deleted or measured while it waited for its turn. */
    private void measure(UUID id, ExperimentSpec spec) throws InterruptedException {
        Optional<Baseline> baseline = baselines.find(id).filter(found -> found.state() == Baseline.State.MEASURING);
        if (baseline.isPresent()) {
            measure(baseline.get(), spec);
        }
    }

    private void measure(Baseline baseline, ExperimentSpec spec) throws InterruptedException {
        Measurements known = baseline.measurements();
        try {
            known = withAppraisal(baseline, spec, known);
            for (Device device : spec.devices()) {
                known = withDevice(baseline, device, known);
            }
            baselines.update(baseline.measured(spec.problem().completed(known)));
        } catch (ModelUnfit e) {
            baselines.update(baseline.failed(new End(e.code(), e.getMessage()), known));
        } catch (MeasurementFailed e) {
            baselines.update(baseline.failed(new End(e.code(), e.getMessage()), known));
        }
    }

    private Measurements withAppraisal(Baseline baseline, ExperimentSpec spec, Measurements known)
            throws InterruptedException {
        Optional<String> dataset = spec.subject() instanceof DatasetRef data
                        && data.shape().equals(baseline.shape())
                        && data.classes().size() == baseline.classes()
                ? Optional.of(data.hash())
                : Optional.empty();
        Measurements found =
                known.plus(appraiser.appraise(files.path(baseline.model()), dataset, Seeds.split(spec.seed())));
        return found.value(MetricKey.of(Metric.ACCURACY)).isPresent()
                        || baseline.statedAccuracy().isEmpty()
                ? found
                : found.plus(Measurements.of(Measurement.of(
                        MetricKey.of(Metric.ACCURACY),
                        baseline.statedAccuracy().getAsDouble(),
                        Measurement.Source.TABLE)));
    }

    private Measurements withDevice(Baseline baseline, Device device, Measurements known) throws InterruptedException {
        return catalogue.target(device) instanceof ModelTarget target
                ? target.measure(files.path(baseline.model())).map(known::plus).orElse(known)
                : known;
    }
}
