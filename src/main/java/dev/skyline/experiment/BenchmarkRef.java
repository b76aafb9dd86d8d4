package dev.skyline.experiment;

import java.util.List;

/**
 * The tabular benchmark of an experiment as it was at submission: nothing is trained, results are looked up.
 *
 * @param hash of its content: rows, search space, input and classes
 */
public record BenchmarkRef(String name, String hash, List<Integer> input, int classCount) implements Subject {

    public BenchmarkRef {
        input = List.copyOf(input);
    }

    @Override
    public String terms() {
        return "benchmark:" + hash;
    }
}
