package dev.skyline.trainer;

/** Something that takes processor time and can hold still for a while. */
interface Pausable {

    /**
     * Asks it to hold still; returns at once.
     *
     * @param number higher than that of any earlier pause
     * @param still to be called once it holds still or has ended, on any thread
     */
    void pause(int number, Runnable still);

    /** Lets it go on; must not fail where it has ended. */
    void resume();

    /** Something short that cannot hold still: it is waited for. */
    static Pausable unstoppable() {
        return new Pausable() {
            @Override
            public void pause(int number, Runnable still) {
                // The gate learns of its end when it leaves.
            }

            @Override
            public void resume() {
                // It never held still.
            }
        };
    }
}
