package dev.skyline.persistence.event;

import dev.skyline.experiment.ExperimentEvent;
import dev.skyline.experiment.ExperimentEvents;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import java.util.List;

/** Publishes by NOTIFY, which PostgreSQL delivers when the transaction commits, or at once where there is none. */
@Component
class PostgresEvents implements ExperimentEvents {

    private final JdbcTemplate jdbc;

    PostgresEvents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void publish(ExperimentEvent event) {
        publishAll(List.of(event));
    }

    @Override
    public void publishAll(List<ExperimentEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        String[] payloads = events.stream().map(EventDocument::write).toArray(String[]::new);
        jdbc.query(
                "select pg_notify(?, payload) from unnest(?) payload",
                (row, index) -> true,
                EventDocument.CHANNEL,
                payloads);
    }
}
