package dev.skyline.hardware;

/** A candidate could not be measured on a target. The trial ends FAILED with the code; the search goes on. */
public final class MeasurementFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code upper camel: {@code MeasurementFailed}, {@code ModelRefused}, {@code WorkerLost}
     * @param message for people
     */
    public MeasurementFailed(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
