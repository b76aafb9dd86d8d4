package dev.skyline.persistence.experiment;

import dev.skyline.experiment.End;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.SecondMeasurement;
import dev.skyline.experiment.SecondMeasurements;
import dev.skyline.experiment.TrialId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Second measurements in PostgreSQL: a row for each trial that is chosen, filled when it has been measured. */
@Repository
@Transactional
class JdbcSecondMeasurements implements SecondMeasurements {

    private static final String WAITS = "experiment_id = :id and trial = :trial and measured_at is null";

    private final JdbcClient jdbc;

    JdbcSecondMeasurements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ExperimentId> undecided() {
        return jdbc
                .sql("select id from experiment where state = 'SUCCEEDED' and not front_decided"
                        + " order by finished_at limit 100")
                .query(UUID.class)
                .list()
                .stream()
                .map(ExperimentId::new)
                .toList();
    }

    @Override
    public void decide(ExperimentId id, Collection<Integer> trials) {
        int changed = jdbc.sql("update experiment set front_decided = true where id = :id and not front_decided")
                .param("id", id.value())
                .update();
        if (changed == 1) {
            trials.forEach(number -> jdbc.sql(
                            "insert into second_measurement (experiment_id, trial)" + " values (:id, :trial)")
                    .param("id", id.value())
                    .param("trial", number)
                    .update());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<TrialId> waiting() {
        return jdbc.sql("select s.experiment_id, s.trial from second_measurement s"
                        + " join experiment e on e.id = s.experiment_id"
                        + " where s.measured_at is null order by e.finished_at, s.experiment_id, s.trial limit 1000")
                .query((row, number) -> trial(row))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isWaiting(TrialId trial) {
        return of(trial, "select exists (select from second_measurement where " + WAITS + ")")
                .query(Boolean.class)
                .single();
    }

    @Override
    public void record(SecondMeasurement measured) {
        of(
                        measured.trial(),
                        "update second_measurement set measured_at = :at, measurements = cast(:measurements as jsonb),"
                                + " end_reason = :reason, end_message = :message where " + WAITS)
                .param("at", at(measured.at()))
                .param("measurements", MeasurementsDocument.write(measured.measurements()))
                .param("reason", measured.end().map(End::reason).orElse(null))
                .param("message", measured.end().map(End::message).orElse(null))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<SecondMeasurement> of(ExperimentId id) {
        return jdbc.sql("select * from second_measurement where experiment_id = :id and measured_at is not null"
                        + " order by trial")
                .param("id", id.value())
                .query((row, number) -> new SecondMeasurement(
                        trial(row),
                        MeasurementsDocument.read(row.getString("measurements")),
                        end(row),
                        row.getObject("measured_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private JdbcClient.StatementSpec of(TrialId trial, String sql) {
        return jdbc.sql(sql).param("id", trial.experiment().value()).param("trial", trial.number());
    }

    private static TrialId trial(ResultSet row) throws SQLException {
        return new TrialId(new ExperimentId(row.getObject("experiment_id", UUID.class)), row.getInt("trial"));
    }

    private static Optional<End> end(ResultSet row) throws SQLException {
        String reason = row.getString("end_reason");
        return reason == null ? Optional.empty() : Optional.of(new End(reason, row.getString("end_message")));
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
