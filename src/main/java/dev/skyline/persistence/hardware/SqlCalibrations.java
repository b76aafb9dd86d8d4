package dev.skyline.persistence.hardware;

import dev.skyline.hardware.CalibrationItem;
import dev.skyline.hardware.CalibrationItem.Timing;
import dev.skyline.hardware.Calibrations;
import dev.skyline.persistence.OrNull;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;

/** Calibrations by plain SQL. */
@Repository
class SqlCalibrations implements Calibrations {

    private final JdbcClient jdbc;

    SqlCalibrations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void plan(String target, List<String> subjects) {
        if (progress(target).total() > 0) {
            return;
        }
        for (int position = 0; position < subjects.size(); position++) {
            jdbc.sql("insert into calibration_item (target, position, subject)"
                            + " select name, :position, :subject from hardware_target where name = :target"
                            + " on conflict do nothing")
                    .param("target", target)
                    .param("position", position)
                    .param("subject", subjects.get(position))
                    .update();
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<CalibrationItem> items(String target) {
        return jdbc.sql("select * from calibration_item where target = :target order by position")
                .param("target", target)
                .query((row, index) -> item(row))
                .list();
    }

    @Override
    @Transactional
    public void record(String target, CalibrationItem done) {
        jdbc.sql("update calibration_item set millis = :millis, spread = :spread, steady = :steady, failure = :failure"
                        + " where target = :target and position = :position and subject = :subject"
                        + " and millis is null and failure is null")
                .param("millis", done.timing().map(Timing::millis).orElse(null), Types.DOUBLE)
                .param("spread", done.timing().map(t -> OrNull.of(t.spread())).orElse(null), Types.DOUBLE)
                .param("steady", done.timing().map(Timing::steady).orElse(null), Types.BOOLEAN)
                .param("failure", done.failure().orElse(null), Types.VARCHAR)
                .param("target", target)
                .param("position", done.position())
                .param("subject", done.subject())
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Progress progress(String target) {
        return jdbc.sql("select count(*) filter (where millis is not null or failure is not null) as done,"
                        + " count(*) as total from calibration_item where target = :target")
                .param("target", target)
                .query((row, index) -> new Progress(row.getInt("done"), row.getInt("total")))
                .single();
    }

    private static CalibrationItem item(ResultSet row) throws SQLException {
        Double millis = row.getObject("millis", Double.class);
        Optional<Timing> timing = millis == null
                ? Optional.empty()
                : Optional.of(new Timing(
                        millis, OrNull.number(row.getObject("spread", Double.class)), row.getBoolean("steady")));
        return new CalibrationItem(
                row.getInt("position"),
                row.getString("subject"),
                timing,
                Optional.ofNullable(row.getString("failure")));
    }
}
