package dev.skyline.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** For tests that need no database. */
public final class InMemoryBenchmarks implements Benchmarks {

    private final Map<String, Benchmark> byName = new ConcurrentSkipListMap<>();

    @Override
    public boolean add(Benchmark benchmark) {
        return byName.putIfAbsent(benchmark.name(), benchmark) == null;
    }

    @Override
    public Optional<Benchmark> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public List<Benchmark> list() {
        return List.copyOf(byName.values());
    }

    @Override
    public void delete(String name) {
        byName.remove(name);
    }

    public void clear() {
        byName.clear();
    }
}
