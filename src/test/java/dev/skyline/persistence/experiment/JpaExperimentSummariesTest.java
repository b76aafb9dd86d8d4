package dev.skyline.persistence.experiment;

import dev.skyline.experiment.Budget;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentExamples;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.experiment.TrialState;
import dev.skyline.experiment.Trials;
import dev.skyline.experiment.view.ExperimentFilter;
import dev.skyline.experiment.view.ExperimentSort;
import dev.skyline.experiment.view.ExperimentSort.Field;
import dev.skyline.experiment.view.ExperimentSummaries;
import dev.skyline.experiment.view.ExperimentSummary;
import dev.skyline.experiment.view.Page;
import dev.skyline.experiment.view.PageRequest;
import dev.skyline.experiment.view.TrialCounts;
import dev.skyline.persistence.PersistenceTest;
import dev.skyline.persistence.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import javax.sql.DataSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static dev.skyline.experiment.ExperimentExamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

@PersistenceTest
class JpaExperimentSummariesTest {

    private static final PageRequest ALL = new PageRequest(0, 100);

    @Autowired
    private ExperimentSummaries summaries;

    @Autowired
    private Experiments experiments;

    @Autowired
    private Trials trials;

    @Autowired
    private DataSource dataSource;

    @BeforeEach
    void begin() {
        TestDatabase.empty(dataSource);
    }

    @Test
    void aPageSaysHowManyThereAre() {
        for (int i = 0; i < 5; i++) {
            add("experiment " + i, i, List.of());
        }
        Page<ExperimentSummary> page =
                summaries.page(ExperimentFilter.ALL, ExperimentSort.NEWEST_FIRST, new PageRequest(1, 2));
        assertThat(names(page)).containsExactly("experiment 2", "experiment 1");
        assertThat(page.totalItems()).isEqualTo(5);
        assertThat(page.page()).isEqualTo(1);
        assertThat(names(summaries.page(ExperimentFilter.ALL, ExperimentSort.NEWEST_FIRST, new PageRequest(9, 2))))
                .isEmpty();
    }

    @Test
    void filtersMustAllHold() {
        add("Digits 100%", 1, List.of("demo", "fast"));
        add("digits slow", 2, List.of("slow"));
        Experiment running = add("other", 3, List.of("demo"));
        experiments.update(running.started(NOW));

        assertThat(names(Set.of(), "DIGITS", "")).containsExactly("digits slow", "Digits 100%");
        assertThat(names(Set.of(), "0%", "")).containsExactly("Digits 100%");
        assertThat(names(Set.of(), "_igits", "")).isEmpty();
        assertThat(names(Set.of(), "", "demo")).containsExactly("other", "Digits 100%");
        assertThat(names(Set.of(), "", "dem")).isEmpty();
        assertThat(names(Set.of(ExperimentState.RUNNING), "", "")).containsExactly("other");
        assertThat(names(Set.of(ExperimentState.QUEUED, ExperimentState.RUNNING), "", "demo"))
                .containsExactly("other", "Digits 100%");
        assertThat(names(Set.of(ExperimentState.FAILED), "", "")).isEmpty();
    }

    @Test
    void thoseWithALabelCanBeLeftOut() {
        add("search", 1, List.of("demo"));
        add("without labels", 2, List.of());
        add("run", 3, List.of("demo", "comparison"));
        ExperimentFilter filter =
                new ExperimentFilter(Set.of(), Optional.empty(), Optional.empty(), Optional.of("comparison"));
        assertThat(names(summaries.page(filter, ExperimentSort.NEWEST_FIRST, ALL)))
                .containsExactly("without labels", "search");
    }

    @Test
    void everyOrderPutsWhatHasNoValueLast() {
        add("b", 1, List.of());
        Experiment a = add("a", 2, List.of());
        experiments.update(a.started(NOW));
        for (Field field : Field.values()) {
            assertThat(summaries
                            .page(ExperimentFilter.ALL, new ExperimentSort(field, true), ALL)
                            .totalItems())
                    .isEqualTo(2);
        }
        assertThat(names(summaries.page(ExperimentFilter.ALL, new ExperimentSort(Field.NAME, false), ALL)))
                .containsExactly("a", "b");
        assertThat(names(summaries.page(ExperimentFilter.ALL, new ExperimentSort(Field.STARTED_AT, true), ALL)))
                .containsExactly("a", "b");
    }

    @Test
    void trialsAreCountedByState() {
        Experiment experiment = add("counted", 1, List.of());
        Experiment none = add("none", 2, List.of());
        ExperimentId id = experiment.id();
        for (int number = 1; number <= 4; number++) {
            trials.add(ExperimentExamples.trial(id, number));
        }
        trials.start(new TrialId(id, 1), NOW);
        trials.record(new TrialId(id, 2), 0, ExperimentExamples.success(0.9, 1), NOW);
        trials.record(new TrialId(id, 3), 0, TrialOutcome.failed("OutOfMemory", "too large"), NOW);

        TrialCounts counts = TrialCounts.of(
                Map.of(TrialState.QUEUED, 1, TrialState.RUNNING, 1, TrialState.SUCCEEDED, 1, TrialState.FAILED, 1));
        assertThat(summaries.find(id)).contains(new ExperimentSummary(experiment, counts));
        assertThat(summaries
                        .page(ExperimentFilter.ALL, ExperimentSort.NEWEST_FIRST, ALL)
                        .items())
                .containsExactly(
                        new ExperimentSummary(none, TrialCounts.NONE), new ExperimentSummary(experiment, counts));
        assertThat(counts.total()).isEqualTo(4);
        assertThat(counts.finished()).isEqualTo(2);
        assertThat(summaries.find(ExperimentId.random())).isEmpty();
    }

    private Experiment add(String name, int second, List<String> labels) {
        Experiment.Editable editable = new Experiment.Editable(name, "", labels, new Budget(1, Optional.empty(), 1), 1);
        Experiment experiment = Experiment.submitted(
                ExperimentId.random(), ExperimentExamples.spec(1), editable, true, NOW.plusSeconds(second));
        experiments.add(experiment);
        return experiment;
    }

    private List<String> names(Set<ExperimentState> states, String name, String label) {
        Optional<String> byName = Optional.of(name).filter(text -> !text.isEmpty());
        Optional<String> byLabel = Optional.of(label).filter(text -> !text.isEmpty());
        return names(summaries.page(
                new ExperimentFilter(states, byName, byLabel, Optional.empty()), ExperimentSort.NEWEST_FIRST, ALL));
    }

    private static List<String> names(Page<ExperimentSummary> page) {
        return page.items().stream()
                .map(summary -> summary.experiment().editable().name())
                .toList();
    }
}
