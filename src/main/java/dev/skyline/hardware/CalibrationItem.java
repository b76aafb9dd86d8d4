package dev.skyline.hardware;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One of the measurements that the model of a target is made of. It is done once it has a timing or a failure.
 *
 * @param position among those of the target, from 0
 * @param subject what is measured, in the words of the target's kind
 * @param failure why it could not be measured, for people
 */
public record CalibrationItem(int position, String subject, Optional<Timing> timing, Optional<String> failure) {

    /**
     * What was measured.
     *
     * @param millis median of one inference, 0 or more
     * @param spread half the interquartile range over the median
     * @param steady whether it settled
     */
    public record Timing(double millis, OptionalDouble spread, boolean steady) {}

    /** One that is still to be measured. */
    public static CalibrationItem open(int position, String subject) {
        return new CalibrationItem(position, subject, Optional.empty(), Optional.empty());
    }

    public CalibrationItem measured(Timing found) {
        return new CalibrationItem(position, subject, Optional.of(found), Optional.empty());
    }

    public CalibrationItem failed(String why) {
        return new CalibrationItem(position, subject, Optional.empty(), Optional.of(why));
    }

    public boolean isDone() {
        return timing.isPresent() || failure.isPresent();
    }
}
