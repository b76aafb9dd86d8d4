package dev.skyline.export;

import dev.skyline.network.Network;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a {@link ModelWorkshop} needs to know.
 *
 * @param model the file that the training left
 * @param network of the architecture that it was trained with
 * @param dataset hash of the content of the data set, from which samples are taken for the proof
 * @param fold whether batch normalisation is folded into convolutions
 * @param metadata what the ONNX file says of itself in addition to what the training wrote, by key, in order
 * @param className of the Java source
 */
public record ExportOrder(
        Path model, Network network, String dataset, boolean fold, Map<String, String> metadata, String className) {

    public ExportOrder {
        metadata = new LinkedHashMap<>(metadata);
    }
}
