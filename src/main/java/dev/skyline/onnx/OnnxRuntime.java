package dev.skyline.onnx;

import ai.onnxruntime.OrtEnvironment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.util.Optional;
import java.util.jar.Attributes.Name;
import java.util.jar.Manifest;

/** Which ONNX Runtime runs the models. */
public final class OnnxRuntime {

    private OnnxRuntime() {}

    /**
     * Of its library in this program, which is not loaded for that. The manifest is read, as the package of a class in a jar
     * of jars has the version of the outer one.
     */
    public static String version() {
        try {
            return OrtEnvironment.class.getResource("OrtEnvironment.class").openConnection()
                            instanceof JarURLConnection connection
                    ? version(connection.getManifest()).orElse("of unknown version")
                    : "of unknown version";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read where ONNX Runtime lies", e);
        }
    }

    private static Optional<String> version(Manifest manifest) {
        return Optional.ofNullable(manifest)
                .map(found -> found.getMainAttributes().getValue(Name.IMPLEMENTATION_VERSION));
    }
}
