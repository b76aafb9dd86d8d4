package dev.skyline.estimator;

import dev.skyline.plugin.Setting;

/** How trials are given to clients that train by themselves. */
public record ExternalSettings(
        @Setting(about = "epochs of a full training", value = "1", min = 1, max = 100_000)
        int epochs,

        @Setting(
                about = "how long a client may be silent before its trial is given to another",
                value = "600",
                unit = "s",
                min = 1,
                max = 604_800)
        int leaseSeconds,

        @Setting(about = "whether a client that reports epochs is told when to stop", value = "none")
        EarlyStopping earlyStopping) {

    /** A rule that ends trainings before their time. */
    public enum EarlyStopping {
        NONE,
        MEDIAN
    }
}
