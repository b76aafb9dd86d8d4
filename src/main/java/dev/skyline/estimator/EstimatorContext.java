package dev.skyline.estimator;

import dev.skyline.plugin.InvalidSettings;

import java.util.List;
import java.util.Optional;

/**
 * What an estimator works on: a data set, a tabular benchmark, or neither.
 *
 * @param splitSeed decides which samples are trained, validated and tested on
 */
public record EstimatorContext(Optional<Data> data, Optional<Table> table, long splitSeed) {

    /**
     * A data set.
     *
     * @param hash of its content, under which its samples are found
     * @param classes names of the classes, in the order of their numbers
     */
    public record Data(String name, String hash, List<String> classes) {

        public Data {
            classes = List.copyOf(classes);
        }
    }

    /**
     * A tabular benchmark.
     *
     * @param hash of its content
     */
    public record Table(String name, String hash) {}

    public static EstimatorContext of(Data data, long splitSeed) {
        return new EstimatorContext(Optional.of(data), Optional.empty(), splitSeed);
    }

    /**
     * @throws InvalidSettings where there is none: the estimator does not fit the experiment
     */
    public Data requireData(String estimator) {
        return data.orElseThrow(() -> new InvalidSettings("", estimator + " needs a data set"));
    }

    /**
     * @throws InvalidSettings where there is none: the estimator does not fit the experiment
     */
    public Table requireTable(String estimator) {
        return table.orElseThrow(() -> new InvalidSettings("", estimator + " needs a benchmark"));
    }
}
