package dev.skyline.trainer;

/** A job gave no result. */
final class JobFailed extends RuntimeException {

    /** The child died, or never came up, for a reason that may not be the job's. */
    static final String WORKER_LOST = "WorkerLost";

    private static final long serialVersionUID = 1L;

    private final String code;

    JobFailed(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }
}
