package dev.skyline.persistence.space;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

interface SearchSpaceRows extends Repository<SearchSpaceRow, String> {

    /** Waits for another transaction that is adding the same name. */
    @Modifying
    @NativeQuery("insert into search_space (name, about, document, size, created_at)"
            + " values (:name, :about, cast(:document as jsonb), :size, :createdAt) on conflict do nothing")
    int insert(String name, String about, String document, String size, Instant createdAt);

    Optional<SearchSpaceRow> findById(String name);

    List<SearchSpaceRow> findAllByOrderByName();

    @Modifying
    @Query("delete from SearchSpaceRow s where s.name = :name")
    void delete(String name);
}
