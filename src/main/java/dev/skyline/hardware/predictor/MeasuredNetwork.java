package dev.skyline.hardware.predictor;

import dev.skyline.network.Network;

/**
 * What a predictor learns from.
 *
 * @param architecture its text, for reports
 * @param millis latency of one inference, positive
 */
public record MeasuredNetwork(String architecture, Network network, double millis) {

    public MeasuredNetwork {
        if (!(millis > 0 && Double.isFinite(millis))) {
            throw new IllegalArgumentException(
                    "the latency of '" + architecture + "' must be a positive number of ms, not " + millis);
        }
    }
}
