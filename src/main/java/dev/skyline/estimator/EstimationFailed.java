package dev.skyline.estimator;

/** The candidate could not be estimated. The trial ends FAILED with the code; the search goes on. */
public final class EstimationFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code upper camel: {@code TrainingDiverged}, {@code OutOfMemory}, {@code NetworkRefused}, {@code WorkerLost}
     * @param message for people
     */
    public EstimationFailed(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
