package dev.skyline.estimator;

import java.util.List;

/**
 * What an estimator works on.
 *
 * @param datasetHash content hash of the data set, under which its samples are found
 * @param classes names of the classes, in the order of their numbers
 * @param splitSeed decides which samples are trained, validated and tested on
 */
public record EstimatorContext(String datasetName, String datasetHash, List<String> classes, long splitSeed) {}
