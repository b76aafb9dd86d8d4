package dev.skyline.export;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** In what form a trained model leaves the service. */
public enum ModelFormat {
    /** An ONNX file. */
    ONNX("onnx"),
    /** A zip that DL4J loads, made of DL4J's own layers. */
    DL4J("dl4j"),
    /** A Java class that builds the network with DL4J alone. */
    JAVA("java"),
    /** All of these with weights, spec, measurements, pre-processing, licence and instructions, as a zip. */
    BUNDLE("bundle");

    private final String key;

    ModelFormat(String key) {
        this.key = key;
    }

    /** Its name in requests. */
    public String key() {
        return key;
    }

    public static Optional<ModelFormat> find(String key) {
        return Arrays.stream(values()).filter(format -> format.key.equals(key)).findFirst();
    }

    /** All names, for messages: {@code onnx, dl4j, java, bundle}. */
    public static String keys() {
        return Arrays.stream(values()).map(ModelFormat::key).collect(Collectors.joining(", "));
    }
}
