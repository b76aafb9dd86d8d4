package dev.skyline.persistence.benchmark;

import dev.skyline.benchmark.Benchmarks;
import dev.skyline.benchmark.BenchmarksContract;
import dev.skyline.persistence.PersistenceTest;
import dev.skyline.persistence.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

import javax.sql.DataSource;

@PersistenceTest
class JpaBenchmarksTest extends BenchmarksContract {

    @Autowired
    private Benchmarks benchmarks;

    @Autowired
    private DataSource dataSource;

    @BeforeEach
    void begin() {
        TestDatabase.empty(dataSource);
    }

    @Override
    protected Benchmarks benchmarks() {
        return benchmarks;
    }
}
