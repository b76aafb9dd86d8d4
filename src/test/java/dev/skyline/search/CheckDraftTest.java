package dev.skyline.search;

import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Objective;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.search.InvalidExperiment.Fault;
import dev.skyline.search.SearchBench.DraftBuilder;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CheckDraftTest {

    private final SearchBench bench = new SearchBench();

    private List<Fault> faults(Consumer<DraftBuilder> change) {
        DraftBuilder draft = SearchBench.draft();
        change.accept(draft);
        return catchThrowableOfType(InvalidExperiment.class, () -> bench.check.check(draft.build()))
                .faults();
    }

    private static Draft.Objective objective(String metric, String target) {
        return new Draft.Objective(metric, Optional.ofNullable(target), OptionalDouble.empty());
    }

    private static Draft.Constraint between(String metric, Double atLeast, Double atMost) {
        return new Draft.Constraint(
                metric,
                Optional.empty(),
                atMost == null ? OptionalDouble.empty() : OptionalDouble.of(atMost),
                atLeast == null ? OptionalDouble.empty() : OptionalDouble.of(atLeast));
    }

    @Test
    void settingsAreStoredCompleteSoThatLaterDefaultsChangeNothing() {
        CheckDraft.Checked checked = bench.check.check(SearchBench.draft().build());
        assertThat(checked.spec().searchSpace().settings()).containsOnlyKeys("cells", "channels", "nodes");
        assertThat(checked.spec().estimator().settings()).containsKeys("epochs", "batchSize", "learningRate");
    }

    @Test
    void everyFaultIsFoundAtOnceAndNamedByItsPath() {
        assertThat(faults(draft -> {
                    draft.on = Draft.On.dataset("cats");
                    draft.space = new PluginSpec("nas-bench-201", Map.of("cellz", 1));
                    draft.strategy = PluginSpec.of("magic");
                    draft.objectives = List.of(objective("speed", null), objective("latency", "raspi"));
                    draft.constraints = List.of(between("parameters", 10.0, 5.0));
                    draft.maxTrials = 0;
                    draft.parallelism = 10_000;
                }))
                .extracting(Fault::field)
                .containsExactlyInAnyOrder(
                        "dataset",
                        "searchSpace.settings.cellz",
                        "strategy.type",
                        "objectives[0].metric",
                        "objectives[1].target",
                        "constraints[0]",
                        "budget.maxTrials",
                        "parallelism");
    }

    @Test
    void aRefusalListsWhatIsValid() {
        assertThat(faults(draft -> draft.on = Draft.On.dataset("cats")))
                .containsExactly(new Fault("dataset", "there is no data set 'cats'; valid are digits, iris"));
        assertThat(faults(draft -> draft.strategy = PluginSpec.of("magic"))
                        .get(0)
                        .message())
                .contains("nsga2")
                .contains("random");
        assertThat(faults(draft -> draft.objectives = List.of(objective("testAccuracy", null)))
                        .get(0)
                        .message())
                .contains("accuracy")
                .doesNotContain("valid are testAccuracy");
    }

    @Test
    void aSearchIsOnADataSetOrABenchmarkOrATask() {
        assertThat(faults(draft -> draft.on = new Draft.On(Optional.empty(), Optional.empty(), Optional.empty())))
                .containsExactly(
                        new Fault("dataset", "a data set, a benchmark or a task is needed; valid are digits, iris"));
        assertThat(faults(draft -> draft.on = new Draft.On(Optional.of("iris"), Optional.of("b"), Optional.empty())))
                .extracting(Fault::field)
                .containsExactly("benchmark");
        Draft.Task task = new Draft.Task(List.of(3, 32, 32), 10);
        assertThat(faults(draft -> draft.on = new Draft.On(Optional.of("iris"), Optional.empty(), Optional.of(task))))
                .extracting(Fault::field)
                .containsExactly("task");
        assertThat(faults(draft -> {
                    draft.on = Draft.On.benchmark("cells");
                    draft.space = null;
                }))
                .extracting(Fault::field)
                .containsExactly("benchmark");
    }

    @Test
    void aTaskHasAnInputAndClassesAndCannotBeTrainedOn() {
        for (Draft.Task task : List.of(
                new Draft.Task(List.of(), 10),
                new Draft.Task(List.of(3, 32), 10),
                new Draft.Task(List.of(3, 0, 32), 10),
                new Draft.Task(List.of(3, 20_000, 20_000), 10),
                new Draft.Task(List.of(4), 1))) {
            assertThat(faults(draft -> draft.on = new Draft.On(Optional.empty(), Optional.empty(), Optional.of(task))))
                    .extracting(Fault::field)
                    .contains("task");
        }
        assertThat(faults(draft -> {
                    draft.on = new Draft.On(
                            Optional.empty(), Optional.empty(), Optional.of(new Draft.Task(List.of(3, 32, 32), 10)));
                    draft.estimator = Optional.of(PluginSpec.of("training"));
                }))
                .containsExactly(new Fault("estimator", "training needs a data set"));
    }

    @Test
    void aSpaceThatDoesNotFitTheDataIsRefused() {
        assertThat(faults(draft -> draft.on = Draft.On.dataset("iris")))
                .extracting(Fault::field)
                .containsExactly("searchSpace");
        assertThat(faults(draft -> draft.space = new PluginSpec("sequential", Map.of("maxPoolings", 5))))
                .extracting(Fault::field)
                .containsExactly("searchSpace.settings.maxPoolings");
    }

    @Test
    void aSpaceWhoseNetworksWouldBeTooLargeForTheSamplesIsRefused() {
        assertThat(faults(draft -> {
                    draft.on = new Draft.On(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(new Draft.Task(List.of(1, 4000, 4000), 10)));
                    draft.space = new PluginSpec("nas-bench-201", Map.of("channels", 256));
                    draft.estimator = Optional.of(PluginSpec.of("external"));
                }))
                .extracting(Fault::field)
                .containsExactly("searchSpace");
    }

    @Test
    void constraintsThatContradictEachOtherAreRefused() {
        assertThat(faults(draft -> draft.constraints =
                        List.of(between("parameters", 1000.0, null), between("parameters", null, 500.0))))
                .containsExactly(new Fault("constraints[1]", "parameters ≤ 500 contradicts 1000 ≤ parameters"));
        assertThat(faults(draft -> draft.constraints = List.of(between("accuracy", 1.5, null))))
                .extracting(Fault::field)
                .containsExactly("constraints[0].atLeast");
        assertThat(faults(draft -> draft.constraints = List.of(between("parameters", null, null))))
                .extracting(Fault::field)
                .containsExactly("constraints[0]");
    }

    @Test
    void anObjectiveMayStandOnce() {
        assertThat(faults(
                        draft -> draft.objectives = List.of(objective("accuracy", null), objective("accuracy", null))))
                .containsExactly(new Fault("objectives[1]", "accuracy is an objective already"));
        assertThat(faults(draft -> draft.objectives = List.of(objective("accuracy", "host"))))
                .extracting(Fault::field)
                .containsExactly("objectives[0].target");
    }

    @Test
    void latencyMeansThisMachineWhereNothingElseIsSaid() {
        DraftBuilder draft = SearchBench.draft();
        draft.objectives = List.of(objective("accuracy", null), objective("latency", null));
        CheckDraft.Checked checked = bench.check.check(draft.build());
        assertThat(checked.spec().hardwareTargets()).containsExactly("host");
        assertThat(checked.spec().problem().objectives())
                .extracting(Objective::key)
                .containsExactly(MetricKey.of(Metric.ACCURACY), MetricKey.of(Metric.LATENCY, "host"));
    }

    @Test
    void limitsThatNothingMeetsAreRefusedWithTheNearestThatThereIs() {
        assertThat(faults(draft -> draft.constraints = List.of(between("parameters", null, 3.0))))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.field()).isEqualTo("constraints");
                    assertThat(fault.message()).contains("15625", "parameters ≤ 3 with", ": with parameters ≤ ");
                });
    }

    @Test
    void aSpaceTooLargeToBeWalkedThroughIsSearchedAllTheSameAndTheCallerWarned() {
        DraftBuilder draft = SearchBench.draft();
        draft.space = PluginSpec.of("darts");
        draft.constraints = List.of(between("parameters", null, 3.0));

        assertThat(bench.check.check(draft.build()).warning())
                .hasValueSatisfying(warning -> assertThat(warning).contains("looked at", "parameters ≤ 3 with"));
        assertThat(bench.check.check(SearchBench.draft().build()).warning()).isEmpty();
    }
}
