package dev.skyline.persistence.hardware;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "target_document")
class TargetDocumentRow {

    @Id
    private String hash;

    private byte[] content;

    protected TargetDocumentRow() {}

    byte[] content() {
        return content;
    }
}
