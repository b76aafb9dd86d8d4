package dev.skyline.persistence.space;

import dev.skyline.persistence.Json;
import dev.skyline.space.StoredSpace;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import tools.jackson.core.type.TypeReference;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;

@Entity
@Table(name = "search_space")
class SearchSpaceRow {

    private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {};

    @Id
    private String name;

    private String about;

    @JdbcTypeCode(SqlTypes.JSON)
    private String document;

    private String size;
    private Instant createdAt;

    protected SearchSpaceRow() {}

    StoredSpace toSpace() {
        return new StoredSpace(name, about, Json.read(document, DOCUMENT), new BigInteger(size), createdAt);
    }
}
