package dev.skyline.export;

import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.Datasets;
import dev.skyline.dataset.Origin;
import dev.skyline.experiment.DatasetRef;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.experiment.Trial;
import dev.skyline.network.Network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Hands out the trained model of a trial in the form that is asked for, proved to be that model. */
public final class ExportModel {

    /** Each waits on a thread of the web server for seconds, as they are made one by one. */
    private static final int MOST_AT_ONCE = 16;

    private final ModelWorkshop workshop;
    private final TrainedNetworks networks;
    private final Datasets datasets;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    /** The network that a model file was trained as. */
    @FunctionalInterface
    public interface TrainedNetworks {

        /**
         * That of the architecture which the file names: a trial whose result was taken from memory may have another one
         * that computes the same function.
         *
         * @throws IllegalArgumentException where the file names none of the experiment's space
         */
        Network of(ExperimentSpec spec, Path model);
    }

    public ExportModel(ModelWorkshop workshop, TrainedNetworks networks, Datasets datasets) {
        this.workshop = workshop;
        this.networks = networks;
        this.datasets = datasets;
    }

    /**
     * Makes and proves the file, in seconds, mostly of waiting.
     *
     * @param model file that the training of the trial left
     * @return for the caller to close
     * @throws ExportFailed {@link ExportFailed#BUSY} where too many wait already, otherwise where the model cannot be
     *     exported as it was trained
     */
    public ExportedFile export(
            Experiment experiment, Trial trial, Path model, ExportOptions options, ExportDocuments documents)
            throws InterruptedException {
        if (!places.tryAcquire()) {
            throw new ExportFailed(ExportFailed.BUSY, MOST_AT_ONCE + " exports wait already; try again later");
        }
        try {
            return make(experiment, trial, model, options, documents);
        } catch (IOException e) {
            throw new UncheckedIOException("an export cannot be written", e);
        } finally {
            places.release();
        }
    }

    /** Of the Java source, and so the name of its file. */
    public static String className(Trial trial) {
        return "Trial" + trial.number() + "Network";
    }

    private ExportedFile make(
            Experiment experiment, Trial trial, Path model, ExportOptions options, ExportDocuments documents)
            throws IOException, InterruptedException {
        DatasetRef data = data(experiment.spec());
        Network network = network(experiment.spec(), model);
        String className = className(trial);
        Origin origin = origin(data);
        ExportOrder order = new ExportOrder(
                model, network, data.hash(), options.fold(), metadata(experiment, trial, options, origin), className);
        Path folder = Files.createTempDirectory("skyline-export");
        boolean made = false;
        try {
            Agreement agreement = workshop.make(order, folder);
            Path file = folder.resolve(
                    switch (options.format()) {
                        case ONNX -> ModelWorkshop.ONNX;
                        case DL4J -> ModelWorkshop.DL4J;
                        case JAVA -> className + ".java";
                        case BUNDLE -> new Bundle(folder, order, data, origin, agreement).write(documents);
                    });
            made = true;
            return new ExportedFile(file, agreement);
        } finally {
            if (!made) {
                ExportedFile.delete(folder);
            }
        }
    }

    private static DatasetRef data(ExperimentSpec spec) {
        if (spec.subject() instanceof DatasetRef data) {
            return data;
        }
        throw new ExportFailed("DatasetGone", "the experiment is on no data set, so nothing was trained");
    }

    private Network network(ExperimentSpec spec, Path model) {
        try {
            return networks.of(spec, model);
        } catch (IllegalArgumentException e) {
            ExportFailed failed = new ExportFailed(
                    "ModelRefused", "the model file is of no network of this search space: " + e.getMessage());
            failed.initCause(e);
            throw failed;
        }
    }

    /** Of the data set as it is known today, if it still is the same. */
    private Origin origin(DatasetRef dataset) {
        return datasets.find(dataset.name())
                .filter(found -> found.content().hash().equals(dataset.hash()))
                .map(Dataset::origin)
                .orElse(Origin.UNKNOWN);
    }

    private static Map<String, String> metadata(
            Experiment experiment, Trial trial, ExportOptions options, Origin origin) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("experimentId", experiment.id().toString());
        metadata.put("experimentName", experiment.editable().name());
        metadata.put("trial", Integer.toString(trial.number()));
        metadata.put("batchNormFolded", Boolean.toString(options.fold()));
        metadata.put("dataSource", origin.source());
        metadata.put("dataLicence", origin.licence());
        return metadata;
    }
}
