package dev.skyline.search;

import dev.skyline.hardware.CalibrationItem;
import dev.skyline.network.Network;

import java.util.List;

/** What a kind of target is made of when it is made of measurements. The same target gives the same, always. */
interface Calibrator {

    /** What is to be measured, in words that {@link #network} understands. */
    List<String> subjects();

    /** What is measured for a subject. */
    Network network(String subject);

    /** How many measurements suffice, at least. */
    int least();

    /** The target's data, made of what was measured; what failed is left out. */
    String document(List<CalibrationItem> measured);
}
