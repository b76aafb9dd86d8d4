package dev.skyline.persistence;

import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentExamples;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Experiments;
import org.springframework.jdbc.core.simple.JdbcClient;

import javax.sql.DataSource;

/** Makes a large database quickly: plausible trials, written by the database itself. */
public final class ManyTrials {

    private static final String TRIALS = """
            insert into trial (experiment_id, number, architecture_id, architecture, epochs, data_fraction, state,
                end_reason, end_message, measurements, based_on, sequence, attempt, from_memory, model, created_at,
                started_at, finished_at)
            select :experiment, n, substr(md5('a' || n), 1, 20), '|conv3x3-' || (n % 64) || '|dense-' || n || '|', 3, 1,
                case when n % 50 = 0 then 'FAILED' else 'SUCCEEDED' end,
                case when n % 50 = 0 then 'TrainingDiverged' end, case when n % 50 = 0 then 'loss is NaN' end,
                jsonb_build_object(
                    'parameters', jsonb_build_object('value', 1000 + n * 7 % 90000, 'source', 'COMPUTED'),
                    'macs', jsonb_build_object('value', 100000 + n * 13 % 900000, 'source', 'COMPUTED'),
                    'modelSize', jsonb_build_object('value', 4000 + n * 28 % 360000, 'source', 'COMPUTED'),
                    'peakMemory', jsonb_build_object('value', 9000 + n * 31 % 400000, 'source', 'COMPUTED'))
                || case when n % 50 = 0 then '{}' else jsonb_build_object(
                    'accuracy', jsonb_build_object('value', 0.5 + random() * 0.49, 'source', 'MEASURED'),
                    'loss', jsonb_build_object('value', random(), 'source', 'MEASURED'),
                    'testAccuracy', jsonb_build_object('value', 0.5 + random() * 0.49, 'source', 'MEASURED'),
                    'trainingTime', jsonb_build_object('value', 3 + random(), 'source', 'MEASURED'),
                    'latency@host', jsonb_build_object('value', 0.1 + random(), 'source', 'MEASURED',
                        'p95', 0.2 + random(), 'spread', 0.02),
                    'latency@raspi4', jsonb_build_object('value', 5 + random() * 10, 'source', 'MEASURED'),
                    'throughput@host', jsonb_build_object('value', 1000 + random() * 9000, 'source', 'MEASURED')) end,
                n - 1, n, 1, false, case when n % 50 = 0 then null else md5('m' || n) || md5('n' || n) end,
                now() + n * interval '1 second', now() + n * interval '1 second', now() + n * interval '5 seconds'
            from generate_series(1, :trials) n
            """;

    private ManyTrials() {}

    /** An experiment with this many recorded trials of distinct architectures, one in fifty failed. */
    public static ExperimentId add(Experiments experiments, DataSource dataSource, int trials) {
        Experiment experiment = ExperimentExamples.experiment();
        experiments.add(experiment);
        JdbcClient jdbc = JdbcClient.create(dataSource);
        jdbc.sql(TRIALS)
                .param("experiment", experiment.id().value())
                .param("trials", trials)
                .update();
        jdbc.sql("insert into epoch select experiment_id, number, e, 3, 1, 1.0 / e, 1.1 / e, 0.3 * e, e"
                        + " from trial, generate_series(1, 3) e where experiment_id = :experiment")
                .param("experiment", experiment.id().value())
                .update();
        jdbc.sql("analyze").update();
        return experiment.id();
    }
}
