package dev.skyline.persistence.experiment;

import dev.skyline.architecture.Architecture;
import dev.skyline.architecture.ArchitectureId;
import dev.skyline.experiment.End;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialState;
import dev.skyline.metric.Fidelity;
import dev.skyline.persistence.OrNull;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Trials as rows. Plain JDBC: of what a trial that a client evaluates costs, half was the mapping of its row by an object
 * mapper, and a statement for each row.
 */
@Component
class TrialStatements {

    private static final String IMMUTABLE = "experiment_id, number, architecture_id, architecture, parent, epochs,"
            + " data_fraction, based_on, created_at";
    private static final String MUTABLE =
            "state, end_reason, end_message, measurements, sequence, attempt, from_memory,"
                    + " model, started_at, finished_at";
    private static final String SELECT = "select " + IMMUTABLE + ", " + MUTABLE + " from trial ";
    private static final String INSERT = "insert into trial (" + MUTABLE + ", " + IMMUTABLE + ")"
            + " values (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "update trial set state = ?, end_reason = ?, end_message = ?,"
            + " measurements = ?::jsonb, sequence = ?, attempt = ?, from_memory = ?, model = ?, started_at = ?,"
            + " finished_at = ? where experiment_id = ? and number = ?";

    private final JdbcTemplate jdbc;

    TrialStatements(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param rest of the query, from {@code where} on */
    List<Trial> select(String rest, Object... arguments) {
        return jdbc.query(SELECT + rest, TrialStatements::read, arguments);
    }

    Optional<Trial> find(TrialId id) {
        return select("where experiment_id = ? and number = ?", id.experiment().value(), id.number()).stream()
                .findFirst();
    }

    /** In this order: a parent comes before its children. */
    void insert(List<Trial> trials) {
        jdbc.batchUpdate(INSERT, trials, Math.max(1, trials.size()), (statement, trial) -> {
            int next = writeMutable(statement, trial);
            writeKey(statement, next, trial.id());
            statement.setString(next + 2, trial.architecture().id().value());
            statement.setString(next + 3, trial.architecture().text());
            statement.setObject(next + 4, OrNull.of(trial.parent()), Types.INTEGER);
            statement.setInt(next + 5, trial.fidelity().epochs());
            statement.setDouble(next + 6, trial.fidelity().dataFraction());
            statement.setLong(next + 7, trial.basedOn());
            writeTime(statement, next + 8, Optional.of(trial.createdAt()));
        });
    }

    /** All that may change. */
    void update(List<Trial> trials) {
        jdbc.batchUpdate(
                UPDATE,
                trials,
                Math.max(1, trials.size()),
                (statement, trial) -> writeKey(statement, writeMutable(statement, trial), trial.id()));
    }

    /** @return the place of the next parameter */
    private static int writeMutable(PreparedStatement statement, Trial trial) throws SQLException {
        statement.setString(1, trial.state().name());
        statement.setString(2, trial.end().map(End::reason).orElse(null));
        statement.setString(3, trial.end().map(Texts::message).orElse(null));
        statement.setString(4, MeasurementsDocument.write(trial.measurements()));
        statement.setObject(5, OrNull.of(trial.sequence()), Types.BIGINT);
        statement.setInt(6, trial.attempt());
        statement.setBoolean(7, trial.fromMemory());
        statement.setString(8, trial.model().orElse(null));
        writeTime(statement, 9, trial.startedAt());
        writeTime(statement, 10, trial.finishedAt());
        return 11;
    }

    private static void writeKey(PreparedStatement statement, int place, TrialId id) throws SQLException {
        statement.setObject(place, id.experiment().value());
        statement.setInt(place + 1, id.number());
    }

    private static void writeTime(PreparedStatement statement, int place, Optional<Instant> time) throws SQLException {
        statement.setObject(
                place, time.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static Trial read(ResultSet row, int index) throws SQLException {
        int parent = row.getInt(5);
        OptionalInt derivedFrom = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(parent);
        long place = row.getLong(14);
        OptionalLong sequence = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(place);
        return new Trial(
                new TrialId(new ExperimentId(row.getObject(1, UUID.class)), row.getInt(2)),
                new Architecture(new ArchitectureId(row.getString(3)), row.getString(4)),
                derivedFrom,
                new Fidelity(row.getInt(6), row.getDouble(7)),
                TrialState.valueOf(row.getString(10)),
                Texts.end(row.getString(11), row.getString(12)),
                MeasurementsDocument.read(row.getString(13)),
                row.getLong(8),
                sequence,
                row.getInt(15),
                row.getBoolean(16),
                Optional.ofNullable(row.getString(17)),
                readTime(row, 9).orElseThrow(),
                readTime(row, 18),
                readTime(row, 19));
    }

    private static Optional<Instant> readTime(ResultSet row, int place) throws SQLException {
        return Optional.ofNullable(row.getObject(place, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
