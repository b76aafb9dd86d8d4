package dev.skyline.persistence.experiment;

import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Suggestion;
import dev.skyline.experiment.Suggestions;
import dev.skyline.experiment.TrialId;
import jakarta.persistence.EntityManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Suggestions in PostgreSQL. Rows are detached as {@link JpaExperiments} says. */
@Repository
@Transactional
class JpaSuggestions implements Suggestions {

    private final SuggestionRows rows;
    private final EntityManager entities;
    private final JdbcTemplate jdbc;

    JpaSuggestions(SuggestionRows rows, EntityManager entities, JdbcTemplate jdbc) {
        this.rows = rows;
        this.entities = entities;
        this.jdbc = jdbc;
    }

    @Override
    public void put(Suggestion suggestion) {
        TrialId trial = suggestion.trial();
        rows.put(trial.experiment().value(), trial.number(), suggestion.client(), suggestion.leaseUntil());
    }

    @Override
    public void putAll(List<Suggestion> suggestions) {
        jdbc.batchUpdate(
                "insert into suggestion (experiment_id, trial, client, lease_until) values (?, ?, ?, ?)"
                        + " on conflict (experiment_id, trial)"
                        + " do update set client = excluded.client, lease_until = excluded.lease_until",
                suggestions.stream()
                        .map(held -> new Object[] {
                            held.trial().experiment().value(),
                            held.trial().number(),
                            held.client(),
                            held.leaseUntil().atOffset(ZoneOffset.UTC)
                        })
                        .toList());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Suggestion> find(TrialId trial) {
        Optional<Suggestion> found = rows.findById(TrialKey.of(trial)).map(SuggestionRow::toSuggestion);
        entities.clear();
        return found;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Suggestion> open(ExperimentId experiment) {
        List<Suggestion> found = rows.open(experiment.value()).stream()
                .map(SuggestionRow::toSuggestion)
                .toList();
        entities.clear();
        return found;
    }
}
