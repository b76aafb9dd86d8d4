package dev.skyline.persistence.lease;

import dev.skyline.execution.Leases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.time.Duration;
import java.util.UUID;

/** Leases by plain SQL, each a row, by the clock of the database: those of the nodes may differ. */
@Repository
@Transactional
class SqlLeases implements Leases {

    private static final String END = "clock_timestamp() + make_interval(secs => :seconds)";

    private final JdbcClient jdbc;

    SqlLeases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean take(String work, UUID holder, Duration span) {
        return changed(
                "insert into lease (work, holder, ends_at) values (:work, :holder, " + END + ")"
                        + " on conflict (work) do update set holder = excluded.holder, ends_at = excluded.ends_at"
                        + " where lease.ends_at <= clock_timestamp()",
                work,
                holder,
                span);
    }

    @Override
    public boolean renew(String work, UUID holder, Duration span) {
        return changed(
                "update lease set ends_at = " + END + " where work = :work and holder = :holder", work, holder, span);
    }

    private boolean changed(String sql, String work, UUID holder, Duration span) {
        return jdbc.sql(sql)
                        .param("work", work)
                        .param("holder", holder)
                        .param("seconds", span.toMillis() / 1000.0)
                        .update()
                == 1;
    }

    @Override
    public void release(String work, UUID holder) {
        jdbc.sql("delete from lease where work = :work and holder = :holder")
                .param("work", work)
                .param("holder", holder)
                .update();
    }
}
