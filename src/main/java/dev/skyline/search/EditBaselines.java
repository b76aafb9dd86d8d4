package dev.skyline.search;

import dev.skyline.execution.BaselineFiles;
import dev.skyline.execution.ModelAppraiser;
import dev.skyline.execution.ModelAppraiser.Description;
import dev.skyline.experiment.Baseline;
import dev.skyline.experiment.Baselines;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentNotFound;
import dev.skyline.experiment.Experiments;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/** Registers and removes the models from elsewhere that an experiment is compared with. */
public final class EditBaselines {

    private final Experiments experiments;
    private final Baselines baselines;
    private final BaselineFiles files;
    private final ModelAppraiser appraiser;
    private final Clock clock;

    public EditBaselines(
            Experiments experiments, Baselines baselines, BaselineFiles files, ModelAppraiser appraiser, Clock clock) {
        this.experiments = experiments;
        this.baselines = baselines;
        this.files = files;
        this.appraiser = appraiser;
        this.clock = clock;
    }

    /**
     * Looks at a file that is to be registered; takes a few seconds.
     *
     * @throws ExperimentNotFound where there is no such experiment
     * @throws dev.skyline.execution.ModelUnfit where the file is no classifier that can be run
     * @throws InterruptedException where the caller was interrupted
     */
    public Description look(ExperimentId experiment, Path upload) throws InterruptedException {
        if (experiments.find(experiment).isEmpty()) {
            throw new ExperimentNotFound(experiment);
        }
        return appraiser.describe(upload);
    }

    /**
     * Keeps a file that was looked at; its measurement follows in the background.
     *
     * @param upload an ONNX file on the disk of the data directory; moved away
     * @throws BaselineExists where the experiment has a baseline of this name
     */
    public Baseline register(
            ExperimentId experiment, String name, OptionalDouble accuracy, Path upload, Description description)
            throws IOException {
        if (baselines.of(experiment).stream().anyMatch(other -> other.name().equals(name))) {
            throw new BaselineExists(name);
        }
        Measurements known = Measurements.of(
                Measurement.computed(Metric.PARAMETERS, description.parameters()),
                Measurement.computed(Metric.MODEL_SIZE, Files.size(upload)));
        // Held by deletions too: else the file could go between here and the row that refers to it.
        synchronized (files) {
            Baseline baseline = new Baseline(
                    UUID.randomUUID(),
                    experiment,
                    name,
                    files.store(upload),
                    description.shape(),
                    description.classes(),
                    accuracy,
                    Baseline.State.MEASURING,
                    Optional.empty(),
                    known,
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            if (!baselines.add(baseline)) {
                removeUnused(baseline.model());
                throw new BaselineExists(name);
            }
            return baseline;
        }
    }

    /** @return whether the experiment had such a baseline */
    public boolean delete(ExperimentId experiment, UUID id) throws IOException {
        synchronized (files) {
            Optional<Baseline> found =
                    baselines.find(id).filter(baseline -> baseline.experiment().equals(experiment));
            if (found.isPresent()) {
                baselines.delete(id);
                removeUnused(found.get().model());
            }
            return found.isPresent();
        }
    }

    /** Removes all of an experiment that is about to go. */
    public void deleteAll(ExperimentId experiment) throws IOException {
        for (Baseline baseline : baselines.of(experiment)) {
            delete(experiment, baseline.id());
        }
    }

    private void removeUnused(String hash) throws IOException {
        if (!baselines.usesModel(hash)) {
            files.delete(hash);
        }
    }
}
