package dev.skyline.trainer;

/** Matches a child's answers with the pauses that were asked of it. Tells outside of its lock. */
final class PauseAnswers {

    private int awaited;
    private Runnable still = () -> {};
    private boolean ended;

    /** Notes whom to tell; at once, where the child has ended. */
    void await(int number, Runnable tell) {
        boolean over;
        synchronized (this) {
            awaited = number;
            still = tell;
            over = ended;
        }
        if (over) {
            tell.run();
        }
    }

    void paused(int number) {
        Runnable tell;
        synchronized (this) {
            if (number != awaited) {
                return;
            }
            tell = still;
        }
        tell.run();
    }

    void ended() {
        Runnable tell;
        synchronized (this) {
            ended = true;
            tell = still;
        }
        tell.run();
    }
}
