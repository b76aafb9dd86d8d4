package dev.skyline.search;

/** A strategy or a space broke its contract; the experiment cannot go on, the service can. */
final class StrategyFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StrategyFailed(String strategy, RuntimeException cause) {
        super("strategy " + strategy + " failed: " + cause, cause);
    }
}
