package dev.skyline.persistence.hardware;

import dev.skyline.hardware.ModelQualities;
import dev.skyline.hardware.ModelQuality;
import dev.skyline.persistence.OrNull;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import java.util.TreeMap;

/** Qualities by plain SQL. */
@Repository
@Transactional
class SqlModelQualities implements ModelQualities {

    private final JdbcClient jdbc;

    SqlModelQualities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(String target, ModelQuality quality) {
        jdbc.sql("insert into target_quality (target, samples, median_error, within_10_percent, spearman, coverage)"
                        + " select name, :samples, :error, :within, :spearman, :coverage from hardware_target"
                        + " where name = :target on conflict (target) do update set samples = excluded.samples,"
                        + " median_error = excluded.median_error, within_10_percent = excluded.within_10_percent,"
                        + " spearman = excluded.spearman, coverage = excluded.coverage")
                .param("target", target)
                .param("samples", quality.samples())
                .param("error", quality.medianError())
                .param("within", quality.within10Percent())
                .param("spearman", OrNull.of(quality.spearman()), Types.DOUBLE)
                .param("coverage", quality.coverage())
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, ModelQuality> all() {
        Map<String, ModelQuality> all = new TreeMap<>();
        jdbc.sql("select * from target_quality").query((ResultSet row) -> {
            all.put(row.getString("target"), quality(row));
        });
        return all;
    }

    private static ModelQuality quality(ResultSet row) throws SQLException {
        return new ModelQuality(
                row.getInt("samples"),
                row.getDouble("median_error"),
                row.getDouble("within_10_percent"),
                OrNull.number(row.getObject("spearman", Double.class)),
                row.getDouble("coverage"));
    }
}
