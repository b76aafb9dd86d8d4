package dev.skyline.hardware.lookup;

/** What is taken for an operator that a table does not have. */
public enum Missing {
    /** The row of the same type whose operations and moved values come nearest. */
    NEAREST,
    /** A power law of operations and moved values, fitted to the rows of the same type; the nearest of fewer than six. */
    REGRESSION,
    /** Nothing: what the network costs is unknown then. */
    REFUSE
}
