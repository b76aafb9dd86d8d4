package dev.skyline.persistence.idempotency;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;

@Entity
@Table(name = "idempotency_key")
class IdempotencyKeyRow {

    @Id
    private String key;

    private String request;
    private String location;
    private Instant createdAt;

    protected IdempotencyKeyRow() {}

    String request() {
        return request;
    }

    String location() {
        return location;
    }
}
