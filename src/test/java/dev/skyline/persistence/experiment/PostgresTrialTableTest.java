package dev.skyline.persistence.experiment;

import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentExamples;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.experiment.TrialState;
import dev.skyline.experiment.Trials;
import dev.skyline.experiment.view.Page;
import dev.skyline.experiment.view.PageRequest;
import dev.skyline.experiment.view.TrialCounts;
import dev.skyline.experiment.view.TrialSort;
import dev.skyline.experiment.view.TrialSort.Field;
import dev.skyline.experiment.view.TrialTable;
import dev.skyline.experiment.view.TrialValues;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Interval;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.persistence.PersistenceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

import static dev.skyline.experiment.ExperimentExamples.ACCURACY;
import static dev.skyline.experiment.ExperimentExamples.LATENCY;
import static dev.skyline.experiment.ExperimentExamples.NOW;
import static dev.skyline.experiment.ExperimentExamples.success;
import static org.assertj.core.api.Assertions.assertThat;

@PersistenceTest
class PostgresTrialTableTest {

    private static final PageRequest ALL = new PageRequest(0, 100);

    @Autowired
    private TrialTable table;

    @Autowired
    private Experiments experiments;

    @Autowired
    private Trials trials;

    private ExperimentId id;

    /** 1 waits, 2 and 3 succeeded in the other order, 4 failed. */
    @BeforeEach
    void addTrials() {
        Experiment experiment = ExperimentExamples.experiment();
        experiments.add(experiment);
        id = experiment.id();
        for (int number = 1; number <= 4; number++) {
            trials.add(ExperimentExamples.trial(id, number));
        }
        trials.record(new TrialId(id, 3), 0, success(0.7, 0.3), NOW.plusSeconds(1));
        trials.record(new TrialId(id, 2), 0, success(0.9, 12), NOW.plusSeconds(2));
        trials.record(new TrialId(id, 4), 0, TrialOutcome.failed("OutOfMemory", "too large"), NOW.plusSeconds(3));
    }

    @Test
    void trialsAreOrderedByAnyFieldAndMetricWithThoseWithoutAValueLast() {
        assertThat(numbers(TrialSort.by(Field.NUMBER, false))).containsExactly(1, 2, 3, 4);
        assertThat(numbers(TrialSort.by(Field.NUMBER, true))).containsExactly(4, 3, 2, 1);
        assertThat(numbers(TrialSort.by(Field.SEQUENCE, false))).containsExactly(3, 2, 4, 1);
        assertThat(numbers(TrialSort.by(Field.FINISHED_AT, true))).containsExactly(4, 2, 3, 1);
        assertThat(numbers(TrialSort.by(Field.CREATED_AT, false))).containsExactly(1, 2, 3, 4);
        assertThat(numbers(TrialSort.by(Field.STATE, false))).containsExactly(4, 1, 2, 3);
        assertThat(numbers(TrialSort.by(ACCURACY, true))).containsExactly(2, 3, 1, 4);
        assertThat(numbers(TrialSort.by(LATENCY, true))).containsExactly(2, 3, 1, 4);
        assertThat(numbers(TrialSort.by(LATENCY, false))).containsExactly(3, 2, 1, 4);
        assertThat(numbers(TrialSort.by(MetricKey.of(Metric.ENERGY, "'; drop table trial; --"), false)))
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void aPageIsFilteredByStateAndSaysHowManyThereAre() {
        Page<Trial> page = table.page(
                id,
                Set.of(TrialState.SUCCEEDED, TrialState.FAILED),
                TrialSort.by(Field.NUMBER, false),
                new PageRequest(1, 2));
        assertThat(page.items()).extracting(Trial::number).containsExactly(4);
        assertThat(page.totalItems()).isEqualTo(3);
        assertThat(page.items()).containsExactly(trials.find(new TrialId(id, 4)).orElseThrow());
    }

    @Test
    void anExperimentThatIsNotThereHasNoTrials() {
        ExperimentId none = ExperimentId.random();
        assertThat(table.page(none, Set.of(), TrialSort.by(Field.NUMBER, false), ALL)
                        .items())
                .isEmpty();
        assertThat(table.counts(none)).isEqualTo(TrialCounts.NONE);
        assertThat(table.values(none, List.of(ACCURACY), List.of())).isEmpty();
    }

    @Test
    void countsAreByState() {
        TrialCounts counts = table.counts(id);
        assertThat(Stream.of(TrialState.QUEUED, TrialState.SUCCEEDED, TrialState.FAILED, TrialState.RUNNING)
                        .map(counts::in))
                .containsExactly(1, 2, 1, 0);
    }

    @Test
    void trialsAreFoundByTheirNumbers() {
        assertThat(table.trials(id, List.of(4, 2, 99)))
                .extracting(Trial::number)
                .containsExactly(2, 4);
        assertThat(table.trials(id, List.of())).isEmpty();
    }

    @Test
    void valuesOfEvaluatedTrialsComeInTheOrderOfTheirRecording() {
        MetricKey parameters = MetricKey.of(Metric.PARAMETERS);
        MetricKey elsewhere = MetricKey.of(Metric.LATENCY, "elsewhere");
        assertThat(table.values(id, List.of(LATENCY, ACCURACY, parameters, elsewhere), List.of(LATENCY, ACCURACY)))
                .containsExactly(
                        new TrialValues(
                                3,
                                1,
                                new Fidelity(3, 0.5),
                                NOW.plusSeconds(1),
                                values(0.3, 0.7, 1234),
                                Map.of(LATENCY, interval(3))),
                        new TrialValues(
                                2,
                                2,
                                new Fidelity(3, 0.5),
                                NOW.plusSeconds(2),
                                values(12, 0.9, 1234),
                                Map.of(LATENCY, interval(2))));
        assertThat(table.values(id, List.of(), List.of())).hasSize(2);
    }

    private Interval interval(int number) {
        Trial trial = trials.find(new TrialId(id, number)).orElseThrow();
        return trial.measurements().find(LATENCY).orElseThrow().interval().orElseThrow();
    }

    private static List<OptionalDouble> values(double latency, double accuracy, double parameters) {
        return List.of(
                OptionalDouble.of(latency),
                OptionalDouble.of(accuracy),
                OptionalDouble.of(parameters),
                OptionalDouble.empty());
    }

    private List<Integer> numbers(TrialSort sort) {
        return table.page(id, Set.of(), sort, ALL).items().stream()
                .map(Trial::number)
                .toList();
    }
}
