package dev.skyline.search;

/** A strategy or a space broke its contract; the experiment cannot go on, the service can. */
final class StrategyFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Its message is for people; what Java says of its own faults is for the log. */
    StrategyFailed(String strategy, RuntimeException cause) {
        super(
                "the strategy '" + strategy + "' failed to propose a trial" + reason(cause)
                        + "; the log of the service says more",
                cause);
    }

    private static String reason(RuntimeException cause) {
        boolean told = cause instanceof IllegalArgumentException || cause instanceof IllegalStateException;
        return told && cause.getMessage() != null ? ": " + cause.getMessage() : "";
    }
}
