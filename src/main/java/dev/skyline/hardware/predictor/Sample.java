package dev.skyline.hardware.predictor;

import java.util.Map;

/** A measured network as a predictor sees it. */
record Sample(String architecture, Map<String, Double> features, double millis) {

    static Sample of(MeasuredNetwork measured) {
        return new Sample(measured.architecture(), LatencyFeatures.of(measured.network()), measured.millis());
    }
}
