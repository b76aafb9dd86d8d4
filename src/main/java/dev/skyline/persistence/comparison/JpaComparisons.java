package dev.skyline.persistence.comparison;

import dev.skyline.comparison.Comparison;
import dev.skyline.comparison.ComparisonId;
import dev.skyline.comparison.ComparisonRun;
import dev.skyline.comparison.Comparisons;
import dev.skyline.comparison.RunProgress;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.Experiments;
import dev.skyline.persistence.Json;
import dev.skyline.plugin.PluginSpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Comparisons by plain SQL, as a run is little but a pair of keys; joins the transaction of the experiments' rows. */
@Repository
@Transactional
class JpaComparisons implements Comparisons {

    private static final TypeReference<List<PluginSpec>> STRATEGIES = new TypeReference<>() {};

    private final Experiments experiments;
    private final JdbcClient jdbc;

    JpaComparisons(Experiments experiments, JdbcClient jdbc) {
        this.experiments = experiments;
        this.jdbc = jdbc;
    }

    @Override
    public void add(Comparison comparison, List<Experiment> added) {
        added.forEach(experiments::add);
        UUID id = comparison.id().value();
        jdbc.sql("insert into comparison (id, name, strategies, created_at)"
                        + " values (:id, :name, cast(:strategies as jsonb), :createdAt)")
                .param("id", id)
                .param("name", comparison.name())
                .param("strategies", Json.write(comparison.strategies()))
                .param("createdAt", comparison.createdAt().atOffset(ZoneOffset.UTC))
                .update();
        for (int place = 0; place < comparison.runs().size(); place++) {
            ComparisonRun run = comparison.runs().get(place);
            jdbc.sql("insert into comparison_run (comparison_id, place, strategy, seed, experiment_id)"
                            + " values (:id, :place, :strategy, :seed, :experiment)")
                    .param("id", id)
                    .param("place", place)
                    .param("strategy", run.strategy())
                    .param("seed", run.seed())
                    .param("experiment", run.experiment().value())
                    .update();
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Comparison> find(ComparisonId id) {
        return jdbc.sql("select id, name, strategies, created_at from comparison where id = :id")
                .param("id", id.value())
                .query((row, index) -> comparison(row))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Comparison> list() {
        return jdbc.sql("select id, name, strategies, created_at from comparison order by created_at desc, id")
                .query((row, index) -> comparison(row))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<ComparisonId> unfinished() {
        return jdbc.sql("select c.id from comparison c where exists (select 1 from comparison_run r"
                        + " join experiment e on e.id = r.experiment_id where r.comparison_id = c.id"
                        + " and e.state not in ('SUCCEEDED', 'FAILED', 'CANCELLED')) order by c.created_at, c.id")
                .query((row, index) -> new ComparisonId(row.getObject(1, UUID.class)))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<RunProgress> progress(ComparisonId id) {
        return jdbc.sql("select r.strategy, r.seed, r.experiment_id, e.state, e.started_at is not null,"
                        + " coalesce((select max(t.sequence) from trial t where t.experiment_id = r.experiment_id), 0)"
                        + " from comparison_run r join experiment e on e.id = r.experiment_id"
                        + " where r.comparison_id = :id order by r.place")
                .param("id", id.value())
                .query((row, index) -> new RunProgress(
                        run(row), ExperimentState.valueOf(row.getString(4)), row.getBoolean(5), row.getInt(6)))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public int finished(ComparisonId id) {
        return jdbc.sql("select count(*) from comparison_run r join experiment e on e.id = r.experiment_id"
                        + " where r.comparison_id = :id and e.state in ('SUCCEEDED', 'FAILED', 'CANCELLED')")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public void delete(ComparisonId id) {
        jdbc.sql("delete from comparison where id = :id")
                .param("id", id.value())
                .update();
    }

    private Comparison comparison(ResultSet row) throws SQLException {
        ComparisonId id = new ComparisonId(row.getObject(1, UUID.class));
        return new Comparison(
                id,
                row.getString(2),
                Json.read(row.getString(3), STRATEGIES),
                jdbc.sql("select strategy, seed, experiment_id from comparison_run where comparison_id = :id"
                                + " order by place")
                        .param("id", id.value())
                        .query((run, index) -> run(run))
                        .list(),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }

    private static ComparisonRun run(ResultSet row) throws SQLException {
        return new ComparisonRun(row.getInt(1), row.getLong(2), new ExperimentId(row.getObject(3, UUID.class)));
    }
}
