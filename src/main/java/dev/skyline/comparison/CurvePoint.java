package dev.skyline.comparison;

/**
 * A point of a mean course.
 *
 * @param evaluation from 1
 * @param low and {@code high}: the 95 % confidence band of the mean, 1.96 standard errors each way
 */
public record CurvePoint(int evaluation, double mean, double low, double high) {}
