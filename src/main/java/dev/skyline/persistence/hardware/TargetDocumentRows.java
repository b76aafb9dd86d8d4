package dev.skyline.persistence.hardware;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

import java.util.Optional;

interface TargetDocumentRows extends Repository<TargetDocumentRow, String> {

    @Modifying
    @NativeQuery("insert into target_document (hash, content) values (:hash, :content) on conflict do nothing")
    void insert(String hash, byte[] content);

    Optional<TargetDocumentRow> findById(String hash);
}
