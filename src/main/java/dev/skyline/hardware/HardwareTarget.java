package dev.skyline.hardware;

import dev.skyline.metric.Measurements;
import dev.skyline.network.Candidate;

import java.time.Instant;

/** A device, with its runtime, threads, batch size and precision, on which a candidate costs something. */
public interface HardwareTarget {

    /**
     * Latency and what else the target knows, each for this target's name.
     *
     * @throws InterruptedException where the caller was interrupted
     * @throws MeasurementFailed where the candidate cannot be measured here
     */
    Measurements measure(Candidate candidate) throws InterruptedException;

    /**
     * Whether the device can be had at present. Where it cannot, whoever wants it does something else meanwhile.
     *
     * @param since when it was first wanted
     * @throws MeasurementFailed where it is not worth while to wait any longer
     */
    default boolean isThere(Instant since) {
        return true;
    }
}
