package dev.skyline.persistence.agent;

import dev.skyline.hardware.agent.JobQueue;
import dev.skyline.hardware.agent.Lease;
import dev.skyline.hardware.agent.MeasuringJob;
import dev.skyline.hardware.agent.MeasuringJob.State;
import dev.skyline.hardware.agent.MeasuringOrder;
import dev.skyline.hardware.agent.MeasuringTerms;
import dev.skyline.persistence.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Jobs by plain SQL; rows are locked while they change, and agents pass those that others have locked. */
@Repository
@Transactional
class SqlJobQueue implements JobQueue {

    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private static final String SELECT = "select * from measuring_job where ";

    private static final String FREE = "target = :target and wanted_until > :now"
            + " and (state = 'WAITING' or state = 'LEASED' and lease_until <= :now)"
            + " order by place limit 1 for update skip locked";

    private final JdbcClient jdbc;

    SqlJobQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public MeasuringJob ask(MeasuringOrder order, byte[] model, Instant now, Instant wantedUntil) {
        forget(order.target(), now.minus(FORGOTTEN));
        String terms = Json.write(order.terms());
        // The second of two who ask at the same time waits for the first, and finds its row.
        jdbc.sql("insert into measuring_job (id, target, model, terms, state, handouts, reports, code, message,"
                        + " collected, wanted_until) values (:id, :target, :model, cast(:terms as jsonb), 'WAITING', 0,"
                        + " '[]', '', '', false, :wanted) on conflict (target, model, terms) do nothing")
                .param("id", UUID.randomUUID())
                .param("target", order.target())
                .param("model", order.model())
                .param("terms", terms)
                .param("wanted", time(wantedUntil))
                .update();
        MeasuringJob job = jdbc.sql(
                        SELECT + "target = :target and model = :model and terms = cast(:terms as jsonb) for update")
                .param("target", order.target())
                .param("model", order.model())
                .param("terms", terms)
                .query((row, index) -> job(row))
                .single()
                .askedAgain(wantedUntil);
        update(job);
        if (job.state() == State.WAITING || job.state() == State.LEASED) {
            jdbc.sql("insert into measuring_model (job, content) values (:job, :content) on conflict do nothing")
                    .param("job", job.id())
                    .param("content", model)
                    .update();
        }
        return job;
    }

    private void forget(String target, Instant unwantedSince) {
        jdbc.sql("delete from measuring_job where target = :target and wanted_until < :since")
                .param("target", target)
                .param("since", time(unwantedSince))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MeasuringJob> find(UUID id) {
        return select(jdbc.sql(SELECT + "id = :id").param("id", id));
    }

    @Override
    public Optional<MeasuringJob> handOut(String target, Instant now, UnaryOperator<MeasuringJob> change) {
        return changed(select(jdbc.sql(SELECT + FREE).param("target", target).param("now", time(now))), change);
    }

    @Override
    public Optional<MeasuringJob> change(UUID id, UnaryOperator<MeasuringJob> change) {
        return changed(select(jdbc.sql(SELECT + "id = :id for update").param("id", id)), change);
    }

    @Override
    public void release(String target) {
        jdbc.sql(SELECT + "target = :target and state = 'LEASED' order by id for update")
                .param("target", target)
                .query((row, index) -> job(row))
                .list()
                .forEach(job -> update(job.released()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<byte[]> model(UUID id) {
        return jdbc.sql("select content from measuring_model where job = :id")
                .param("id", id)
                .query((row, index) -> row.getBytes(1))
                .optional();
    }

    private static Optional<MeasuringJob> select(StatementSpec statement) {
        return statement.query((row, index) -> job(row)).optional();
    }

    private Optional<MeasuringJob> changed(Optional<MeasuringJob> found, UnaryOperator<MeasuringJob> change) {
        Optional<MeasuringJob> changed = found.map(change);
        changed.filter(job -> !job.equals(found.orElseThrow())).ifPresent(this::update);
        return changed;
    }

    private void update(MeasuringJob job) {
        jdbc.sql("update measuring_job set state = :state, handouts = :handouts, lease = :lease, lease_since = :since,"
                        + " lease_until = :until, reports = cast(:reports as jsonb), code = :code, message = :message,"
                        + " collected = :collected, wanted_until = :wanted where id = :id")
                .param("state", job.state().name())
                .param("handouts", job.handouts())
                .param("lease", job.lease().map(Lease::id).orElse(null))
                .param("since", job.lease().map(lease -> time(lease.since())).orElse(null))
                .param("until", job.lease().map(lease -> time(lease.until())).orElse(null))
                .param("reports", ReportDocument.write(job.reports()))
                .param("code", job.code())
                .param("message", job.message())
                .param("collected", job.collected())
                .param("wanted", time(job.wantedUntil()))
                .param("id", job.id())
                .update();
        if (job.state() == State.DONE || job.state() == State.FAILED) {
            jdbc.sql("delete from measuring_model where job = :id")
                    .param("id", job.id())
                    .update();
        }
    }

    private static MeasuringJob job(ResultSet row) throws SQLException {
        return new MeasuringJob(
                row.getObject("id", UUID.class),
                new MeasuringOrder(
                        row.getString("target"),
                        row.getString("model"),
                        Json.read(row.getString("terms"), MeasuringTerms.class)),
                State.valueOf(row.getString("state")),
                row.getInt("handouts"),
                lease(row),
                ReportDocument.read(row.getString("reports")),
                row.getString("code"),
                row.getString("message"),
                row.getBoolean("collected"),
                instant(row, "wanted_until"));
    }

    private static Optional<Lease> lease(ResultSet row) throws SQLException {
        UUID id = row.getObject("lease", UUID.class);
        return id == null
                ? Optional.empty()
                : Optional.of(new Lease(id, instant(row, "lease_since"), instant(row, "lease_until")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
