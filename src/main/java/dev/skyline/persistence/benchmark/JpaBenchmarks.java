package dev.skyline.persistence.benchmark;

import dev.skyline.benchmark.Benchmark;
import dev.skyline.benchmark.Benchmarks;
import dev.skyline.persistence.Json;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Optional;

@Repository
@Transactional
class JpaBenchmarks implements Benchmarks {

    private final BenchmarkRows rows;

    JpaBenchmarks(BenchmarkRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean add(Benchmark benchmark) {
        String content = Json.write(BenchmarkDocument.of(benchmark));
        return rows.insert(benchmark.name(), benchmark.hash(), content, benchmark.createdAt()) == 1;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Benchmark> find(String name) {
        return rows.findById(name).map(BenchmarkRow::toBenchmark);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Benchmark> list() {
        return rows.findAllByOrderByName().stream()
                .map(BenchmarkRow::toBenchmark)
                .toList();
    }

    @Override
    public void delete(String name) {
        rows.delete(name);
    }
}
