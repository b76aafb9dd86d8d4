package dev.skyline.estimator;

/** Who watches an estimate as it comes. Called on the estimating thread; must be quick. */
@FunctionalInterface
public interface Progress {

    /** Whether to go on. */
    enum Answer {
        CONTINUE,
        STOP
    }

    Answer epoch(EpochReport report);

    static Progress ignored() {
        return report -> Answer.CONTINUE;
    }
}
