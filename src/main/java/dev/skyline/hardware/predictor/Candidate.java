package dev.skyline.hardware.predictor;

/** @param millis predicted for each row without having seen it */
record Candidate(Recipe recipe, double[] millis) {}
