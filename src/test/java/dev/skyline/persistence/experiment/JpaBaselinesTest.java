package dev.skyline.persistence.experiment;

import dev.skyline.experiment.Baseline;
import dev.skyline.experiment.Baselines;
import dev.skyline.experiment.End;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentExamples;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Experiments;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.persistence.PersistenceTest;
import dev.skyline.persistence.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import javax.sql.DataSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

@PersistenceTest
class JpaBaselinesTest {

    private static final String MODEL = "ab".repeat(32);

    @Autowired
    private Baselines baselines;

    @Autowired
    private Experiments experiments;

    @Autowired
    private DataSource dataSource;

    private ExperimentId id;

    @BeforeEach
    void begin() {
        TestDatabase.empty(dataSource);
        Experiment experiment = ExperimentExamples.experiment();
        experiments.add(experiment);
        id = experiment.id();
    }

    @Test
    void aBaselineComesBackAsItWasAtEveryStep() {
        Baseline first = baseline("in use today", 0);
        Baseline second = baseline("the next one", 1);
        assertThat(baselines.add(second)).isTrue();
        assertThat(baselines.add(first)).isTrue();
        assertThat(baselines.of(id)).containsExactly(first, second);
        assertThat(baselines.measuring()).containsExactly(first, second);

        Baseline measured = first.measured(Measurements.of(Measurement.measured(Metric.ACCURACY, 0.9)));
        Baseline failed = second.failed(new End("TimedOut", "too \0slow"), Measurements.none());
        baselines.update(measured);
        baselines.update(failed);
        assertThat(baselines.find(first.id())).contains(measured);
        assertThat(baselines.find(second.id()).orElseThrow().end()).contains(new End("TimedOut", "too slow"));
        assertThat(baselines.measuring()).isEmpty();
    }

    @Test
    void aNameIsTakenOnceInAnExperimentAndNoneIsAddedToOneThatIsGone() {
        assertThat(baselines.add(baseline("one", 0))).isTrue();
        assertThat(baselines.add(baseline("one", 1))).isFalse();
        id = ExperimentId.random();
        assertThat(baselines.add(baseline("one", 0))).isFalse();
    }

    @Test
    void baselinesGoAloneOrWithTheirExperiment() {
        Baseline one = baseline("one", 0);
        Baseline two = baseline("two", 1);
        baselines.add(one);
        baselines.add(two);
        baselines.delete(one.id());
        baselines.delete(one.id());
        baselines.update(one.measured(Measurements.none()));
        assertThat(baselines.of(id)).containsExactly(two);
        assertThat(baselines.usesModel(MODEL)).isTrue();
        experiments.delete(id);
        assertThat(baselines.find(two.id())).isEmpty();
        assertThat(baselines.usesModel(MODEL)).isFalse();
    }

    private Baseline baseline(String name, int second) {
        return new Baseline(
                UUID.randomUUID(),
                id,
                name,
                MODEL,
                List.of(1, 8, 8),
                10,
                second == 0 ? OptionalDouble.empty() : OptionalDouble.of(0.97),
                Baseline.State.MEASURING,
                Optional.empty(),
                Measurements.of(Measurement.computed(Metric.PARAMETERS, 650)),
                Instant.parse("2026-11-24T08:00:00.123456Z").plusSeconds(second));
    }
}
