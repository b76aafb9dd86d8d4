package dev.skyline.persistence.benchmark;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

interface BenchmarkRows extends Repository<BenchmarkRow, String> {

    /** Waits for another transaction that is adding the same name. */
    @Modifying
    @NativeQuery("insert into benchmark (name, hash, content, created_at)"
            + " values (:name, :hash, cast(:content as jsonb), :createdAt) on conflict do nothing")
    int insert(String name, String hash, String content, Instant createdAt);

    Optional<BenchmarkRow> findById(String name);

    List<BenchmarkRow> findAllByOrderByName();

    @Modifying
    @Query("delete from BenchmarkRow b where b.name = :name")
    void delete(String name);
}
