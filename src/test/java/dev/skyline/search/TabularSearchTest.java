package dev.skyline.search;

import dev.skyline.experiment.BenchmarkRef;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialState;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurement.Source;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.search.InvalidExperiment.Fault;
import dev.skyline.search.SearchBench.DraftBuilder;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Searches on a table: nothing is handed to a worker, and each number is the table's. */
class TabularSearchTest {

    private static final PluginSpec CELLS = new PluginSpec("nas-bench-201", Map.of("nodes", 3, "channels", 4));
    private static final MetricKey ACCURACY = MetricKey.of(Metric.ACCURACY);
    private static final MetricKey LATENCY = MetricKey.of(Metric.LATENCY, "pi");
    private static final MetricKey PARAMETERS = MetricKey.of(Metric.PARAMETERS);

    private final SearchBench bench = new SearchBench();

    /** The n-th cell has accuracy n/1000, a tenth of it after one epoch, latency n and 7n parameters. */
    @BeforeEach
    void addTables() throws IOException {
        SearchSpace.Enumerable space =
                (SearchSpace.Enumerable) Spaces.plugins().create(CELLS, Task.of(List.of(3, 32, 32), 10));
        StringBuilder csv = new StringBuilder("architecture,epochs,accuracy,parameters,latency@pi,latency@gpu\n");
        StringBuilder half = new StringBuilder("architecture,accuracy\n");
        int[] n = {0};
        space.all().forEach(cell -> {
            int i = ++n[0];
            csv.append("%s,1,%s,%d,%d,1%n".formatted(cell, i / 10000.0, 7 * i, i));
            csv.append("%s,9,%s,%d,%d,1%n".formatted(cell, i / 1000.0, 7 * i, i));
            half.append(i % 2 == 0 ? "%s,%s%n".formatted(cell, i / 1000.0) : "");
        });
        bench.addBenchmark("cells", CELLS, csv.toString());
        bench.addBenchmark("half", CELLS, half.toString());
        bench.addBenchmark(
                "rows", PluginSpec.of("rows"), "architecture,accuracy,parameters\na,0.1,10\nb,0.2,20\nc,0.3,30\n");
    }

    private static DraftBuilder on(String benchmark) {
        DraftBuilder draft = SearchBench.draft();
        draft.on = Draft.On.benchmark(benchmark);
        draft.space = null;
        return draft;
    }

    private List<Trial> run(DraftBuilder draft) throws InterruptedException {
        Experiment experiment = bench.submit.submit(draft.build());
        assertThat(bench.finish(experiment.id()).state()).isEqualTo(ExperimentState.SUCCEEDED);
        return bench.recorded(experiment.id());
    }

    private static Draft.Objective objective(String metric, String target) {
        return new Draft.Objective(metric, Optional.ofNullable(target), OptionalDouble.empty());
    }

    @Test
    void theSpaceTheEstimatorAndTheDevicesAreTheBenchmarks() {
        DraftBuilder draft = on("cells");
        draft.objectives = List.of(objective("accuracy", null), objective("latency", "pi"));
        CheckDraft.Checked checked = bench.check.check(draft.build());
        assertThat(checked.spec().subject())
                .isInstanceOfSatisfying(
                        BenchmarkRef.class, ref -> assertThat(ref.name()).isEqualTo("cells"));
        assertThat(checked.spec().searchSpace().type()).isEqualTo("nas-bench-201");
        assertThat(checked.spec().searchSpace().settings()).containsEntry("nodes", 3);
        assertThat(checked.spec().estimator().type()).isEqualTo("tabular");
        assertThat(checked.spec().hardwareTargets()).containsExactly("pi");
    }

    @Test
    void everyTrialHasTheTablesNumbersAndNoWorkerSawIt() throws InterruptedException {
        DraftBuilder draft = on("cells");
        draft.maxTrials = 230;
        draft.objectives = List.of(objective("accuracy", null), objective("latency", "pi"));
        List<Trial> trials = run(draft);

        assertThat(trials).hasSize(230).allSatisfy(trial -> {
            double n = trial.measurements().value(LATENCY).orElseThrow();
            assertThat(trial.state()).isEqualTo(TrialState.SUCCEEDED);
            assertThat(trial.attempt()).isZero();
            assertThat(trial.fromMemory()).isFalse();
            assertThat(trial.fidelity()).isEqualTo(Fidelity.epochs(9));
            assertThat(trial.measurements().value(ACCURACY)).hasValue(n / 1000);
            assertThat(trial.measurements().find(PARAMETERS).orElseThrow().source())
                    .isEqualTo(Source.TABLE);
            assertThat(trial.measurements().value(PARAMETERS)).hasValue(7 * n);
            assertThat(trial.measurements().value(MetricKey.of(Metric.MACS))).isPresent();
            assertThat(trial.measurements().value(MetricKey.of(Metric.LATENCY, "gpu")))
                    .isEmpty();
        });
        assertThat(trials)
                .extracting(trial -> trial.sequence().orElseThrow())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(trials).allMatch(trial -> trial.basedOn() == trial.sequence().orElseThrow() - 1);
        assertThat(bench.events)
                .filteredOn(event -> event.type().equals("trial"))
                .hasSize(230);
    }

    @Test
    void aLowerFidelityReadsItsOwnRows() throws InterruptedException {
        DraftBuilder draft = on("cells");
        draft.estimator = Optional.of(new PluginSpec("tabular", Map.of("epochs", 1)));
        draft.objectives = List.of(objective("accuracy", null), objective("latency", "pi"));
        assertThat(run(draft))
                .allSatisfy(trial -> assertThat(trial.measurements().value(ACCURACY))
                        .hasValue(trial.measurements().value(LATENCY).orElseThrow() / 10000));
        draft.estimator = Optional.of(new PluginSpec("tabular", Map.of("epochs", 5)));
        assertThat(faults(draft)).extracting(Fault::field).containsExactly("estimator.settings.epochs");
    }

    @Test
    void aConstraintOnADeviceIsCheckedBeforehandAndWhatIsKnownStays() throws InterruptedException {
        DraftBuilder draft = on("cells");
        draft.constraints = List.of(
                new Draft.Constraint("latency", Optional.of("pi"), OptionalDouble.of(20), OptionalDouble.empty()));
        assertThat(run(draft))
                .hasSize(10)
                .allMatch(trial -> trial.state() == TrialState.SUCCEEDED)
                .allMatch(trial -> trial.measurements().value(LATENCY).orElseThrow() <= 20);

        draft.constraints = List.of(
                new Draft.Constraint("latency", Optional.of("pi"), OptionalDouble.of(0.5), OptionalDouble.empty()));
        assertThat(faults(draft)).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("constraints");
            assertThat(fault.message()).contains("none of the 125 architectures", "latency@pi ≤ 0.5 with 1");
        });
    }

    @Test
    void anArchitectureWithoutARowIsReplacedByAnother() throws InterruptedException {
        DraftBuilder draft = on("half");
        draft.maxTrials = 60;
        assertThat(run(draft))
                .hasSize(60)
                .allMatch(trial -> trial.state() == TrialState.SUCCEEDED)
                .allMatch(trial -> trial.measurements().value(ACCURACY).isPresent());
    }

    /** Five cells of 125 are fast enough; a search that proposes no other finds all of them. */
    @Test
    void whatIsTooSlowIsNotEvenProposed() throws InterruptedException {
        DraftBuilder draft = on("cells");
        draft.strategy = PluginSpec.of("gaussian-process");
        draft.maxTrials = 5;
        draft.constraints = List.of(new Draft.Constraint(
                "latency", Optional.of("pi"), OptionalDouble.of(5), OptionalDouble.empty(), OptionalDouble.empty()));

        assertThat(run(draft))
                .extracting(trial -> trial.measurements().value(LATENCY).orElseThrow())
                .containsExactlyInAnyOrder(1.0, 2.0, 3.0, 4.0, 5.0);
    }

    @Test
    void theRowsThemselvesAreASpaceWithoutNetworks() throws InterruptedException {
        DraftBuilder draft = on("rows");
        draft.maxTrials = 40;
        draft.objectives = List.of(objective("accuracy", null), objective("parameters", null));
        List<Trial> trials = run(draft);
        assertThat(trials).extracting(trial -> trial.architecture().text()).contains("a", "b", "c");
        assertThat(trials)
                .allMatch(trial -> trial.measurements().value(PARAMETERS).orElseThrow()
                        == Math.round(trial.measurements().value(ACCURACY).orElseThrow() * 100));
        Experiment experiment =
                bench.experiments.find(trials.get(0).id().experiment()).orElseThrow();
        assertThat(new ReadNetwork(bench.catalogue)
                        .of(experiment.spec(), trials.get(0).architecture()))
                .isEmpty();
    }

    @Test
    void whatTheTableDoesNotKnowCannotBeSearchedFor() {
        DraftBuilder draft = on("cells");
        draft.objectives = List.of(objective("latency", "raspi"));
        assertThat(faults(draft)).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("objectives[0].target");
            assertThat(fault.message()).contains("pi, gpu");
        });
        draft.objectives = List.of(objective("energy", "pi"));
        assertThat(faults(draft)).extracting(Fault::field).containsExactly("objectives[0].metric");
        draft.objectives = List.of(objective("loss", null));
        assertThat(faults(draft)).extracting(Fault::field).containsExactly("objectives[0].metric");
        DraftBuilder rows = on("rows");
        rows.objectives = List.of(objective("macs", null));
        assertThat(faults(rows)).extracting(Fault::field).containsExactly("objectives[0].metric");
        rows.objectives = List.of(objective("accuracy", null));
        rows.strategy = PluginSpec.of("regularized-evolution");
        assertThat(faults(rows)).extracting(Fault::field).containsExactly("strategy");
    }

    @Test
    void anotherSpaceOrAnEstimatorThatTrainsIsRefused() {
        DraftBuilder draft = on("cells");
        draft.space = PluginSpec.of("nas-bench-101");
        assertThat(faults(draft)).extracting(Fault::field).containsExactly("searchSpace.type");
        draft.space = new PluginSpec("nas-bench-201", Map.of("nodes", 4));
        assertThat(faults(draft)).extracting(Fault::field).containsExactly("searchSpace.settings");
        draft.space = CELLS;
        draft.estimator = Optional.of(PluginSpec.of("training"));
        assertThat(faults(draft)).containsExactly(new Fault("estimator", "training needs a data set"));
        DraftBuilder digits = SearchBench.draft();
        digits.estimator = Optional.of(PluginSpec.of("tabular"));
        assertThat(faults(digits)).containsExactly(new Fault("estimator", "tabular needs a benchmark"));
    }

    private List<Fault> faults(DraftBuilder draft) {
        return catchThrowableOfType(InvalidExperiment.class, () -> bench.check.check(draft.build()))
                .faults();
    }
}
