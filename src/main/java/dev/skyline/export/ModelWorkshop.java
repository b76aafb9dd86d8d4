package dev.skyline.export;

import java.nio.file.Path;

/** Makes a trained model into files for others, and proves that they are the same model. */
@FunctionalInterface
public interface ModelWorkshop {

    String ONNX = "model.onnx";
    String DL4J = "model-dl4j.zip";
    /** Arrays in NumPy's format, {@code <node>/<role>.npy} each, in the layouts of {@link dev.skyline.network.Weights}. */
    String WEIGHTS = "weights.npz";

    String PREPROCESSING = "preprocessing.json";

    /**
     * Writes {@value #ONNX}, {@value #DL4J}, {@value #WEIGHTS}, {@value #PREPROCESSING} and {@code <className>.java},
     * then classifies real samples with the ONNX file under ONNX Runtime and with the zip under DL4J.
     *
     * @param folder that is there, for the files
     * @return the agreement of the runtimes, which holds
     * @throws ExportFailed where they disagree, or the model cannot be written
     */
    Agreement make(ExportOrder order, Path folder) throws InterruptedException;
}
