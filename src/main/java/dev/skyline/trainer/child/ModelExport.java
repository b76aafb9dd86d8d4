package dev.skyline.trainer.child;

import dev.skyline.dataset.DatasetFiles;
import dev.skyline.dataset.Preprocessing;
import dev.skyline.dataset.Samples;
import dev.skyline.dl4j.stock.JavaSource;
import dev.skyline.dl4j.stock.StockModel;
import dev.skyline.export.Agreement;
import dev.skyline.export.ExportFailed;
import dev.skyline.export.ModelWorkshop;
import dev.skyline.export.WeightsArchive;
import dev.skyline.network.BatchNormFolding;
import dev.skyline.network.Network;
import dev.skyline.network.NetworkDocument;
import dev.skyline.network.TrainedNetwork;
import dev.skyline.network.ZeroFolding;
import dev.skyline.onnx.ModelRefused;
import dev.skyline.onnx.OnnxClassifier;
import dev.skyline.onnx.OnnxWriter;
import dev.skyline.onnx.StoredModel;
import dev.skyline.trainer.protocol.Command;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One export: the files, and the proof that they are the model that was trained. The proof compares three runs on the
 * same samples of the data set: the file that the training left under ONNX Runtime, the ONNX file under ONNX Runtime, and
 * the zip, loaded as anybody would load it, under DL4J.
 */
final class ModelExport {

    /** Of the data set's first, whose order is random but fixed. */
    static final int SAMPLES = 64;

    private final Command.Export job;
    private final StoredModel stored;
    private final Network network;

    ModelExport(Command.Export job) {
        this.job = job;
        this.stored = read(job.model());
        this.network = ZeroFolding.fold(NetworkDocument.read(job.network()).withoutDeadNodes());
    }

    private static StoredModel read(Path model) {
        try {
            return StoredModel.read(model);
        } catch (ModelRefused e) {
            throw refused(e);
        }
    }

    private static ExportFailed refused(ModelRefused e) {
        ExportFailed failed = new ExportFailed("ModelRefused", e.getMessage());
        failed.initCause(e);
        return failed;
    }

    Agreement run() {
        try {
            TrainedNetwork trained = new TrainedNetwork(network, stored.weights(network));
            write(job.fold() ? BatchNormFolding.fold(trained) : trained);
            return proof();
        } catch (ModelRefused e) {
            throw refused(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return job.folder().resolve(name);
    }

    private void write(TrainedNetwork trained) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>(stored.metadata());
        metadata.putAll(job.metadata());
        Files.write(file(ModelWorkshop.ONNX), OnnxWriter.write(trained, metadata));
        StockModel.write(trained, file(ModelWorkshop.DL4J));
        Files.writeString(file(job.className() + ".java"), JavaSource.of(trained.network(), job.className(), about()));
        try (OutputStream out = Files.newOutputStream(file(ModelWorkshop.WEIGHTS))) {
            WeightsArchive.write(trained, out);
        }
        JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValue(file(ModelWorkshop.PREPROCESSING).toFile(), preprocessing());
    }

    private List<String> about() {
        return List.of(
                "Trained by Skyline: trial " + job.metadata().get("trial") + " of the experiment "
                        + job.metadata().get("experimentName") + ".",
                "",
                "<p>Architecture: " + stored.architecture());
    }

    private Map<String, Object> preprocessing() {
        Preprocessing preprocessing = stored.preprocessing();
        float[] mean = new float[preprocessing.channels()];
        float[] scale = new float[preprocessing.channels()];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = preprocessing.mean(i);
            scale[i] = preprocessing.scale(i);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("input", NetworkDocument.writeShape(network.input()));
        document.put("formula", "(value - mean) * scale, for each channel of an image or feature of a table");
        document.put("mean", mean);
        document.put("scale", scale);
        return document;
    }

    private Agreement proof() throws IOException {
        float[] samples = samples();
        int classes = network.shape(network.output().name()).channels();
        float[] trained = onnx(job.model(), samples);
        float[] onnx = onnx(file(ModelWorkshop.ONNX), samples);
        float[] dl4j = StockModel.read(file(ModelWorkshop.DL4J)).probabilities(network, samples);
        Agreement agreement = Agreement.of(dl4j, onnx, classes).and(Agreement.of(trained, onnx, classes));
        if (!agreement.holds()) {
            throw new ExportFailed(
                    "RuntimesDisagree",
                    "ONNX Runtime and DL4J differ by %.2g in a probability%s on %d samples of the data set, and may by %.0e"
                            .formatted(
                                    agreement.largestDifference(),
                                    agreement.sameClasses() ? "" : ", and in a class,",
                                    agreement.samples(),
                                    Agreement.TOLERANCE));
        }
        return agreement;
    }

    private static float[] onnx(Path model, float[] samples) {
        try (OnnxClassifier classifier = new OnnxClassifier(model)) {
            return classifier.probabilities(samples);
        }
    }

    private float[] samples() throws IOException {
        DatasetFiles files = new DatasetFiles(job.dataDirectory());
        if (!files.contains(job.dataset())) {
            throw new ExportFailed(
                    "DatasetGone", "the data set is gone, so that nothing can prove the export; import it again");
        }
        Samples all = files.read(job.dataset()).preparedBy(stored.preprocessing());
        int values = all.valuesPerSample();
        float[] samples = new float[Math.min(SAMPLES, all.count()) * values];
        for (int i = 0; i * values < samples.length; i++) {
            all.copyTo(i, samples, i * values);
        }
        return samples;
    }
}
