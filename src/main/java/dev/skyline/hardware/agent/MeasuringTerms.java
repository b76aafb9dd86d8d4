package dev.skyline.hardware.agent;

import dev.skyline.hardware.agent.AgentSettings.Provider;

/**
 * How a model is to be measured.
 *
 * @param batchSize samples in one inference
 * @param threads that share one inference
 * @param maxSeconds after which a measurement that has not settled ends
 */
public record MeasuringTerms(Provider provider, int batchSize, int threads, double maxSeconds) {}
