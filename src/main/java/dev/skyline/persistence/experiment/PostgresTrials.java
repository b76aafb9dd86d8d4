package dev.skyline.persistence.experiment;

import dev.skyline.architecture.ArchitectureId;
import dev.skyline.experiment.End;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.experiment.Trials;
import dev.skyline.metric.Fidelity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Trials in PostgreSQL. Recording holds the lock of the experiment, so that sequence numbers have no gaps and a claimed
 * experiment's history stands still.
 */
@Repository
@Transactional
class PostgresTrials implements Trials {

    private static final String UNFINISHED =
            "where experiment_id = ? and state in ('QUEUED', 'RUNNING') order by number";

    private final TrialStatements statements;
    private final ExperimentLock experiments;
    private final JdbcTemplate jdbc;

    PostgresTrials(TrialStatements statements, ExperimentLock experiments, JdbcTemplate jdbc) {
        this.statements = statements;
        this.experiments = experiments;
        this.jdbc = jdbc;
    }

    @Override
    public void add(Trial trial) {
        addAll(List.of(trial));
    }

    @Override
    public void addAll(List<Trial> trials) {
        statements.insert(trials);
    }

    @Override
    public void updateAll(List<Trial> trials) {
        statements.update(trials);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Trial> find(TrialId id) {
        return statements.find(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Trial> recordedAfter(ExperimentId id, long sequence) {
        return statements.select("where experiment_id = ? and sequence > ? order by sequence", id.value(), sequence);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Trial> unfinished(ExperimentId id) {
        return statements.select(UNFINISHED, id.value());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Trial> unsequenced(ExperimentId id) {
        return statements.select("where experiment_id = ? and sequence is null order by number", id.value());
    }

    @Override
    @Transactional(readOnly = true)
    public int lastNumber(ExperimentId id) {
        return number("select coalesce(max(number), 0) from trial where experiment_id = ?", id.value())
                .intValue();
    }

    @Override
    public Optional<Trial> start(TrialId id, Instant now) {
        return lock(id).map(trial -> store(trial.started(now)));
    }

    @Override
    public Optional<Trial> record(TrialId id, int attempt, TrialOutcome outcome, Instant now) {
        UUID experiment = id.experiment().value();
        if (!experiments.lock(experiment)) {
            return Optional.empty();
        }
        return lock(id).filter(trial -> trial.attempt() == attempt)
                .map(trial -> store(trial.recorded(outcome, lastSequence(experiment) + 1, now)));
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> models() {
        return Set.copyOf(jdbc.queryForList("select distinct model from trial where model is not null", String.class));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> runningSince() {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select min(started_at) from trial where state = 'RUNNING'", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public List<Trial> cancelAll(ExperimentId id, End why, Instant now) {
        experiments.lock(id.value());
        List<Trial> cancelled = statements.select(UNFINISHED + " for no key update", id.value()).stream()
                .map(trial -> trial.cancelled(why, now))
                .toList();
        statements.update(cancelled);
        return cancelled;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Trial> remembered(String terms, ArchitectureId architecture, Fidelity fidelity) {
        return statements
                .select(
                        "where architecture_id = ? and state in ('SUCCEEDED', 'EARLY_STOPPED') and epochs = ?"
                                + " and data_fraction = ? and exists (select from experiment e"
                                + " where e.id = experiment_id and e.terms = ?)"
                                + " order by finished_at, experiment_id, number limit 1",
                        architecture.value(),
                        fidelity.epochs(),
                        fidelity.dataFraction(),
                        Texts.hash(terms))
                .stream()
                .findFirst();
    }

    private long lastSequence(UUID experiment) {
        return number("select coalesce(max(sequence), 0) from trial where experiment_id = ?", experiment)
                .longValue();
    }

    private Number number(String query, UUID experiment) {
        return jdbc.query(query, (row, index) -> row.getLong(1), experiment).get(0);
    }

    /** The trial, locked, unless it has ended or is gone. */
    private Optional<Trial> lock(TrialId id) {
        return statements
                .select(
                        "where experiment_id = ? and number = ? for no key update",
                        id.experiment().value(),
                        id.number())
                .stream()
                .filter(trial -> !trial.state().isFinished())
                .findFirst();
    }

    private Trial store(Trial trial) {
        statements.update(List.of(trial));
        return trial;
    }
}
