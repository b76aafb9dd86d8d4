package dev.skyline.hardware;

import java.util.List;

/** Keeps what the models of targets are made of while it is measured. It goes with its target. */
public interface Calibrations {

    /** How far a calibration is; of 0 in all where nobody has planned it yet. */
    record Progress(int done, int total) {}

    /** Keeps what is to be measured, in this order; does nothing where that is planned already, or the target is gone. */
    void plan(String target, List<String> subjects);

    /** All, by position. */
    List<CalibrationItem> items(String target);

    /** Keeps what became of one; does nothing where there is no such item, or it is done. */
    void record(String target, CalibrationItem done);

    Progress progress(String target);
}
