package dev.skyline.onnx;

/** A model file that is damaged, is not a classifier of ours, or that ONNX Runtime cannot run. */
public final class ModelRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ModelRefused(String message) {
        super(message);
    }

    ModelRefused(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
