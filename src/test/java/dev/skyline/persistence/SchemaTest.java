package dev.skyline.persistence;

import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentExamples;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Trials;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The database itself refuses what no program may write. */
@PersistenceTest
class SchemaTest {

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Experiments experiments;

    @Autowired
    private Trials trials;

    private Experiment experiment;

    @BeforeEach
    void add() {
        experiment = ExperimentExamples.experiment();
        experiments.add(experiment);
        trials.add(ExperimentExamples.trial(experiment.id(), 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name = ''",
                "max_trials = 0",
                "max_duration = 0",
                "max_failed_trials = 0",
                "parallelism = 0",
                "spec = '[]'",
                "terms = 'no hash'",
                "state = 'DONE'",
                "state = 'RUNNING'",
                "state = 'SUCCEEDED'",
                "state = 'SUCCEEDED', finished_at = now()",
                "finished_at = now(), end_reason = 'Stopped', end_message = ''",
                "running_since = now()",
                "end_reason = 'Stopped'"
            })
    void rubbishInAnExperimentIsRefused(String assignment) {
        assertRefused("update experiment set " + assignment + " where id = ?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number = 0",
                "architecture_id = 'xyz'",
                "architecture = ''",
                "parent = 99",
                "epochs = 0",
                "data_fraction = 0",
                "data_fraction = 1.5",
                "data_fraction = 'NaN'",
                "state = 'DONE'",
                "state = 'RUNNING'",
                "state = 'SUCCEEDED', finished_at = now()",
                "state = 'SUCCEEDED', sequence = 1",
                "state = 'CANCELLED', sequence = 1, finished_at = now()",
                "state = 'FAILED', sequence = 3, based_on = 3, finished_at = now()",
                "sequence = 1",
                "sequence = 0",
                "attempt = 1",
                "attempt = -1",
                "measurements = '3'",
                "end_message = 'why'",
                "experiment_id = gen_random_uuid()"
            })
    void rubbishInATrialIsRefused(String assignment) {
        assertRefused("update trial set " + assignment + " where experiment_id = ?");
    }

    private void assertRefused(String update) {
        assertThatThrownBy(() -> jdbc.update(update, experiment.id().value()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
