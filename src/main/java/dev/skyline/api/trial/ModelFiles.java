package dev.skyline.api.trial;

import java.nio.file.Path;
import java.util.Optional;

/** Where trained models lie. */
@FunctionalInterface
public interface ModelFiles {

    /**
     * The ONNX file of a model.
     *
     * @param hash SHA-256 of its content, in hexadecimal
     * @return empty where it is gone
     */
    Optional<Path> onnx(String hash);
}
