package dev.skyline.persistence.experiment;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import java.util.UUID;

/** The lock of an experiment's row, for those who need nothing else of it. */
@Component
class ExperimentLock {

    private final JdbcTemplate jdbc;

    ExperimentLock(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Waits for whoever has it, and keeps it until the transaction ends.
     *
     * @return false where the experiment is gone
     */
    boolean lock(UUID experiment) {
        return !jdbc.queryForList("select 1 from experiment where id = ? for no key update", experiment)
                .isEmpty();
    }
}
