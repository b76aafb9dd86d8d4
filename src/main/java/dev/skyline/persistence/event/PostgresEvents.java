package dev.skyline.persistence.event;

import dev.skyline.experiment.ExperimentEvent;
import dev.skyline.experiment.ExperimentEvents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Publishes by NOTIFY, which PostgreSQL delivers when the transaction commits, or at once where there is none. */
@Component
class PostgresEvents implements ExperimentEvents {

    private final JdbcClient jdbc;

    PostgresEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void publish(ExperimentEvent event) {
        jdbc.sql("select pg_notify(:channel, :payload)")
                .param("channel", EventDocument.CHANNEL)
                .param("payload", EventDocument.write(event))
                .query((row, index) -> true)
                .list();
    }
}
