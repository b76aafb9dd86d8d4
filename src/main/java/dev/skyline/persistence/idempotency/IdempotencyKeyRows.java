package dev.skyline.persistence.idempotency;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import java.time.Instant;
import java.util.Optional;

interface IdempotencyKeyRows extends Repository<IdempotencyKeyRow, String> {

    /** Waits for another transaction that is using the same key. */
    @Modifying
    @NativeQuery("insert into idempotency_key (key, request, location, created_at)"
            + " values (:key, :request, '', :createdAt) on conflict do nothing")
    int insert(String key, String request, Instant createdAt);

    @Modifying
    @Query("update IdempotencyKeyRow k set k.location = :location where k.key = :key")
    void setLocation(String key, String location);

    @Modifying
    @Query("delete from IdempotencyKeyRow k where k.createdAt < :before")
    void deleteOlder(Instant before);

    Optional<IdempotencyKeyRow> findById(String key);
}
