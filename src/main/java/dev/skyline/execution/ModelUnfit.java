package dev.skyline.execution;

/** A model file that is no classifier, or cannot be run. */
public final class ModelUnfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code upper camel: {@code ModelRefused}, {@code OutOfMemory}, {@code TimedOut}, {@code WorkerLost}
     * @param message for people
     */
    public ModelUnfit(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
