package dev.skyline.persistence.experiment;

import dev.skyline.experiment.TrialState;
import dev.skyline.experiment.view.TrialCounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Counts trials by state, of several experiments in one query that reads an index alone. */
@Component
class TrialCounting {

    private final JdbcClient jdbc;

    TrialCounting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return nothing for an experiment without trials */
    Map<UUID, TrialCounts> of(Collection<UUID> experiments) {
        if (experiments.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Map<TrialState, Integer>> counts = new HashMap<>();
        jdbc.sql("select experiment_id, state, count(*) from trial where experiment_id in (:experiments)"
                        + " group by experiment_id, state")
                .param("experiments", experiments)
                .query(row -> {
                    counts.computeIfAbsent(row.getObject(1, UUID.class), id -> new EnumMap<>(TrialState.class))
                            .put(TrialState.valueOf(row.getString(2)), row.getInt(3));
                });
        Map<UUID, TrialCounts> result = new HashMap<>();
        counts.forEach((id, byState) -> result.put(id, TrialCounts.of(byState)));
        return result;
    }
}
