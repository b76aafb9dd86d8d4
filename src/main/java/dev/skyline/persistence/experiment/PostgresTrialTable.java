package dev.skyline.persistence.experiment;

import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialState;
import dev.skyline.experiment.view.Page;
import dev.skyline.experiment.view.PageRequest;
import dev.skyline.experiment.view.TrialCounts;
import dev.skyline.experiment.view.TrialSort;
import dev.skyline.experiment.view.TrialTable;
import dev.skyline.experiment.view.TrialValues;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Interval;
import dev.skyline.metric.MetricKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

@Repository
@Transactional(readOnly = true)
class PostgresTrialTable implements TrialTable {

    private static final String NUMBER = "cast(measurements -> %s -> '%s' as double precision)";

    /** Column of the first value. */
    private static final int FIRST = 6;

    private final TrialStatements statements;
    private final TrialCounting counting;
    private final JdbcClient jdbc;

    PostgresTrialTable(TrialStatements statements, TrialCounting counting, JdbcClient jdbc) {
        this.statements = statements;
        this.counting = counting;
        this.jdbc = jdbc;
    }

    @Override
    public Page<Trial> page(ExperimentId id, Set<TrialState> states, TrialSort sort, PageRequest request) {
        Set<TrialState> wanted = states.isEmpty() ? EnumSet.allOf(TrialState.class) : states;
        List<Object> arguments = new ArrayList<>();
        arguments.add(id.value());
        arguments.add(wanted.stream().map(Enum::name).toArray(String[]::new));
        sort.metric().map(MetricText::of).ifPresent(arguments::add);
        arguments.add(request.size());
        arguments.add(request.offset());
        List<Trial> trials = statements.select(
                "where experiment_id = ? and state = any (?) order by " + order(sort) + " limit ? offset ?",
                arguments.toArray());
        return Page.of(trials, request, counts(id).in(wanted.toArray(TrialState[]::new)));
    }

    private static String order(TrialSort sort) {
        String by = sort.field() == TrialSort.Field.METRIC
                ? NUMBER.formatted("?", "value")
                : sort.field().name().toLowerCase(Locale.ROOT);
        return by + (sort.descending() ? " desc" : "") + " nulls last, number";
    }

    @Override
    public TrialCounts counts(ExperimentId id) {
        return counting.of(List.of(id.value())).getOrDefault(id.value(), TrialCounts.NONE);
    }

    @Override
    public List<Trial> trials(ExperimentId id, Collection<Integer> numbers) {
        return statements.select(
                "where experiment_id = ? and number = any (?) order by number",
                id.value(),
                numbers.toArray(Integer[]::new));
    }

    @Override
    public List<TrialValues> values(ExperimentId id, List<MetricKey> metrics, List<MetricKey> intervals) {
        StringBuilder sql = new StringBuilder("select number, sequence, epochs, data_fraction, finished_at");
        for (int i = 0; i < metrics.size(); i++) {
            sql.append(", ").append(NUMBER.formatted(":metric" + i, "value"));
        }
        for (int i = 0; i < intervals.size(); i++) {
            sql.append(", ").append(NUMBER.formatted(":interval" + i, "low"));
            sql.append(", ").append(NUMBER.formatted(":interval" + i, "high"));
        }
        JdbcClient.StatementSpec query = jdbc.sql(sql
                        + " from trial where experiment_id = :id and state in ('SUCCEEDED', 'EARLY_STOPPED')"
                        + " order by sequence")
                .param("id", id.value());
        for (int i = 0; i < metrics.size(); i++) {
            query = query.param("metric" + i, MetricText.of(metrics.get(i)));
        }
        for (int i = 0; i < intervals.size(); i++) {
            query = query.param("interval" + i, MetricText.of(intervals.get(i)));
        }
        return query.query((row, index) -> values(row, metrics.size(), intervals))
                .list();
    }

    private static TrialValues values(ResultSet row, int metrics, List<MetricKey> intervals) throws SQLException {
        OptionalDouble[] values = new OptionalDouble[metrics];
        for (int i = 0; i < metrics; i++) {
            double value = row.getDouble(FIRST + i);
            values[i] = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
        }
        Map<MetricKey, Interval> found = new HashMap<>();
        for (int i = 0; i < intervals.size(); i++) {
            int column = FIRST + metrics + 2 * i;
            double low = row.getDouble(column);
            if (!row.wasNull()) {
                found.put(intervals.get(i), new Interval(low, row.getDouble(column + 1)));
            }
        }
        return new TrialValues(
                row.getInt(1),
                row.getLong(2),
                new Fidelity(row.getInt(3), row.getDouble(4)),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                Arrays.asList(values),
                found);
    }
}
