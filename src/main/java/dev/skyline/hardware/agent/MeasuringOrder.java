package dev.skyline.hardware.agent;

/**
 * What is to be measured, and on what; there is one job for each.
 *
 * @param target name of the hardware target
 * @param model SHA-256 of the ONNX file
 */
public record MeasuringOrder(String target, String model, MeasuringTerms terms) {}
