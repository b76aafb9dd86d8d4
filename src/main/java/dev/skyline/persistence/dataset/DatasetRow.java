package dev.skyline.persistence.dataset;

import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.Origin;
import dev.skyline.persistence.Json;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import java.time.Instant;

@Entity
@Table(name = "dataset")
class DatasetRow {

    @Id
    private String name;

    private String hash;

    @JdbcTypeCode(SqlTypes.JSON)
    private String content;

    private String source;
    private String licence;
    private String notes;
    private Instant createdAt;

    protected DatasetRow() {}

    Dataset toDataset() {
        return new Dataset(
                name,
                Json.read(content, ContentDocument.class).toContent(hash),
                new Origin(source, licence, notes),
                createdAt);
    }
}
