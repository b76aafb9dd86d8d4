package dev.skyline.onnx;

import ai.onnxruntime.OrtEnvironment;

/** Which ONNX Runtime runs the models. */
public final class OnnxRuntime {

    private OnnxRuntime() {}

    /** Of its library in this program, which is not loaded for that; the packaged jar names it in its manifest. */
    public static String version() {
        String version = OrtEnvironment.class.getPackage().getImplementationVersion();
        return version == null ? "of unknown version" : version;
    }
}
