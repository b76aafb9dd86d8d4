package dev.skyline.persistence.hardware;

import dev.skyline.hardware.Sha256;
import dev.skyline.hardware.TargetDocuments;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class JpaTargetDocuments implements TargetDocuments {

    private final TargetDocumentRows rows;

    JpaTargetDocuments(TargetDocumentRows rows) {
        this.rows = rows;
    }

    @Override
    public String store(byte[] content) {
        String hash = Sha256.of(content);
        rows.insert(hash, content);
        return hash;
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] read(String hash) {
        return rows.findById(hash)
                .map(TargetDocumentRow::content)
                .orElseThrow(() -> new IllegalStateException("there is no document " + hash + " of a target"));
    }
}
