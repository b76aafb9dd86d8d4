package dev.skyline.persistence.experiment;

import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Suggestion;
import dev.skyline.experiment.Suggestions;
import dev.skyline.experiment.TrialId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Suggestions in PostgreSQL. */
@Repository
@Transactional
class PostgresSuggestions implements Suggestions {

    private static final String SELECT =
            "select s.experiment_id, s.trial, s.client, s.lease_until from suggestion s where s.experiment_id = ? ";

    private final JdbcTemplate jdbc;

    PostgresSuggestions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(Suggestion suggestion) {
        putAll(List.of(suggestion));
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
        return jdbc
                .query(
                        SELECT + "and s.trial = ?",
                        PostgresSuggestions::read,
                        trial.experiment().value(),
                        trial.number())
                .stream()
                .findFirst();
    }

    /** The few unfinished trials first: as a join, every suggestion ever made was read once there were thousands. */
    @Override
    @Transactional(readOnly = true)
    public List<Suggestion> open(ExperimentId experiment) {
        return jdbc.query(
                SELECT + "and s.trial = any (array(select t.number from trial t where t.experiment_id = ?"
                        + " and t.state in ('QUEUED', 'RUNNING'))) order by s.trial",
                PostgresSuggestions::read,
                experiment.value(),
                experiment.value());
    }

    private static Suggestion read(ResultSet row, int index) throws SQLException {
        return new Suggestion(
                new TrialId(new ExperimentId(row.getObject(1, UUID.class)), row.getInt(2)),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }
}
