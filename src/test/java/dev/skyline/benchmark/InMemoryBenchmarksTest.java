package dev.skyline.benchmark;

class InMemoryBenchmarksTest extends BenchmarksContract {

    private final Benchmarks benchmarks = new InMemoryBenchmarks();

    @Override
    protected Benchmarks benchmarks() {
        return benchmarks;
    }
}
