package dev.skyline.persistence.idempotency;

import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentExamples;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Together;
import dev.skyline.persistence.PersistenceTest;
import dev.skyline.persistence.TestDatabase;
import dev.skyline.search.IdempotencyKeyReused;
import dev.skyline.search.IdempotencyKeys;
import dev.skyline.search.IdempotencyKeys.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import javax.sql.DataSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@PersistenceTest
class JpaIdempotencyKeysTest {

    @Autowired
    private IdempotencyKeys keys;

    @Autowired
    private Experiments experiments;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private DataSource dataSource;

    @BeforeEach
    void begin() {
        TestDatabase.empty(dataSource);
    }

    @Test
    void aRepeatedRequestGetsTheAnswerOfTheFirst() {
        assertThat(keys.once("key", "hash", () -> "/experiments/1")).isEqualTo(new Answer("/experiments/1", false));
        assertThat(keys.once("key", "hash", () -> "/experiments/2")).isEqualTo(new Answer("/experiments/1", true));
        assertThat(keys.once("other", "hash", () -> "/experiments/2")).isEqualTo(new Answer("/experiments/2", false));
    }

    @Test
    void aKeyDoesNotStandForAnotherRequest() {
        keys.once("key", "hash", () -> "/experiments/1");
        assertThatThrownBy(() -> keys.once("key", "another hash", () -> "/experiments/2"))
                .isInstanceOf(IdempotencyKeyReused.class);
    }

    @Test
    void whatFailsIsAsIfNeverAsked() {
        Experiment experiment = ExperimentExamples.experiment();
        assertThatThrownBy(() -> keys.once("key", "hash", () -> {
                    experiments.add(experiment);
                    throw new IllegalArgumentException("invalid after all");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(experiments.find(experiment.id())).isEmpty();
        assertThat(keys.once("key", "another hash", () -> "/experiments/2").repeated())
                .isFalse();
    }

    @Test
    void ofManyRequestsAtTheSameTimeOneCreates() throws Exception {
        AtomicInteger created = new AtomicInteger();
        List<Answer> answers =
                Together.run(8, thread -> keys.once("key", "hash", () -> "/experiments/" + created.incrementAndGet()));
        assertThat(created).hasValue(1);
        assertThat(answers).extracting(Answer::location).containsOnly("/experiments/1");
        assertThat(answers).filteredOn(answer -> !answer.repeated()).hasSize(1);
    }

    @Test
    void keysAreForgottenAfterADay() {
        keys.once("key", "hash", () -> "/experiments/1");
        jdbc.update("update idempotency_key set created_at = created_at - interval '23 hours 59 minutes'");
        assertThat(keys.once("key", "hash", () -> "/experiments/2").repeated()).isTrue();
        jdbc.update("update idempotency_key set created_at = created_at - interval '2 minutes'");
        assertThat(keys.once("key", "hash", () -> "/experiments/2").repeated()).isFalse();
    }
}
