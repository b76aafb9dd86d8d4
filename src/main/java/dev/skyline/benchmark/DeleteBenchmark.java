package dev.skyline.benchmark;

import java.io.IOException;
import java.util.Optional;

/** Removes a benchmark, and its file unless another benchmark has the same content. */
public final class DeleteBenchmark {

    private final Benchmarks benchmarks;
    private final BenchmarkFiles files;

    public DeleteBenchmark(Benchmarks benchmarks, BenchmarkFiles files) {
        this.benchmarks = benchmarks;
        this.files = files;
    }

    /** @return whether there was one */
    public boolean delete(String name) throws IOException {
        synchronized (files) {
            Optional<Benchmark> benchmark = benchmarks.find(name);
            if (benchmark.isEmpty()) {
                return false;
            }
            benchmarks.delete(name);
            String hash = benchmark.get().hash();
            if (benchmarks.list().stream().noneMatch(other -> other.hash().equals(hash))) {
                files.delete(hash);
            }
            return true;
        }
    }
}
