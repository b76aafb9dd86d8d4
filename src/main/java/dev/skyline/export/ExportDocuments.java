package dev.skyline.export;

/**
 * What a bundle says of the search, as the API says it.
 *
 * @param spec of the experiment, JSON
 * @param trial with its measurements, JSON
 */
public record ExportDocuments(String spec, String trial) {}
