package dev.skyline.persistence.dataset;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

interface DatasetRows extends Repository<DatasetRow, String> {

    /** Waits for another transaction that is adding the same name. */
    @Modifying
    @NativeQuery("insert into dataset (name, hash, content, source, licence, notes, created_at)"
            + " values (:name, :hash, cast(:content as jsonb), :source, :licence, :notes, :createdAt)"
            + " on conflict do nothing")
    int insert(
            String name, String hash, String content, String source, String licence, String notes, Instant createdAt);

    Optional<DatasetRow> findById(String name);

    List<DatasetRow> findAllByOrderByName();

    @Modifying
    @Query("delete from DatasetRow d where d.name = :name")
    void delete(String name);
}
