package dev.skyline.persistence.benchmark;

import dev.skyline.benchmark.Benchmark;
import dev.skyline.persistence.Json;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import java.time.Instant;

@Entity
@Table(name = "benchmark")
class BenchmarkRow {

    @Id
    private String name;

    private String hash;

    @JdbcTypeCode(SqlTypes.JSON)
    private String content;

    private Instant createdAt;

    protected BenchmarkRow() {}

    Benchmark toBenchmark() {
        return Json.read(content, BenchmarkDocument.class).toBenchmark(name, hash, createdAt);
    }
}
