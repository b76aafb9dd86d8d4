package dev.skyline.persistence.experiment;

import dev.skyline.experiment.Suggestion;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import java.time.Instant;

@Entity
@Table(name = "suggestion")
class SuggestionRow {

    @EmbeddedId
    @AttributeOverride(name = "number", column = @Column(name = "trial"))
    private TrialKey key;

    private String client;
    private Instant leaseUntil;

    protected SuggestionRow() {}

    Suggestion toSuggestion() {
        return new Suggestion(key.toId(), client, leaseUntil);
    }
}
