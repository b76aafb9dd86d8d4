package dev.skyline.search;

import dev.skyline.architecture.Architecture;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.hardware.HardwareTargetSpec.State;
import dev.skyline.hardware.ModelledTarget;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Targets that are made of what the service has, without a file. */
class TargetDataTest {

    private static final Map<String, Object> SETTINGS = Map.of("nodes", 3, "channels", 4);
    private static final PluginSpec CELLS = new PluginSpec("nas-bench-201", SETTINGS);
    private static final SearchSpace SPACE = Spaces.plugins().create(CELLS, Task.of(List.of(3, 32, 32), 10));
    private static final List<Architecture> ALL =
            ((SearchSpace.Enumerable) SPACE).all().toList();

    private static final MetricKey HOST = MetricKey.of(Metric.LATENCY, "host");

    private final TargetBench bench = new TargetBench(candidate -> Measurements.of(Measurement.of(
            MetricKey.of(Metric.LATENCY, TargetBench.METER),
            millis(candidate.architecture().text(), 1, 2),
            Measurement.Source.MEASURED)));

    /** Convolutions take their time, pooling takes another. */
    private static double millis(String cell, double convolution, double pooling) {
        double convolutions = cell.split("conv", -1).length - 1.0;
        double pools = cell.split("pool", -1).length - 1.0;
        return 1 + convolution * convolutions + pooling * pools + convolutions * pools / 100;
    }

    @BeforeEach
    void addBenchmarks() throws IOException {
        StringBuilder csv =
                new StringBuilder("architecture,epochs,accuracy,latency@pi,energy@pi,latency@phone,latency@gpu\n");
        StringBuilder few = new StringBuilder("architecture,latency@pi,latency@phone,latency@watch\n");
        for (Architecture cell : ALL) {
            String row = ",%s,1,%s,%s%n"
                    .formatted(millis(cell.text(), 2, 1), millis(cell.text(), 1, 1), millis(cell.text(), 0.1, 0.3));
            csv.append("%s,1,0.1".formatted(cell)).append(row.replace(",1,", ",2,"));
            csv.append("%s,9,0.9".formatted(cell)).append(row);
        }
        ALL.stream().limit(12).forEach(cell -> few.append("%s,1,2,0%n".formatted(cell)));
        bench.search.addBenchmark("cells", CELLS, csv.toString());
        bench.search.addBenchmark("few", CELLS, few.toString());
        bench.search.addBenchmark(
                "rows", PluginSpec.of("rows"), "architecture,accuracy,latency@pi\na,0.1,10\nb,0.2,20\n");
        bench.search.addBenchmark("costless", CELLS, "architecture,accuracy\n" + ALL.get(0) + ",0.5\n");
    }

    private void predictor(String name, Map<String, Object> settings) {
        bench.define(name, "predictor", settings, null);
    }

    private double predicted(String target, Architecture cell) {
        return ((ModelledTarget) bench.made(target))
                .predict(cell, () -> SPACE.decode(cell))
                .orElseThrow()
                .value(MetricKey.of(Metric.LATENCY, target))
                .orElseThrow();
    }

    /** Rows of a target's data, without the header. */
    private List<String> rows(String target) {
        List<String> lines = new ArrayList<>(bench.data(target).lines().toList());
        lines.remove(0);
        return lines;
    }

    @Test
    void aPredictorIsMadeOfABenchmarkAndOutlivesIt() {
        predictor("learned", Map.of("benchmark", "cells", "column", "pi", "samples", 60));
        assertThat(bench.target("learned").state()).isEqualTo(State.READY);
        assertThat(bench.target("learned").model().settings())
                .containsEntry("space", "nas-bench-201")
                .containsEntry("input", List.of(3, 32, 32))
                .containsEntry("classes", 10)
                .containsEntry("benchmark", "cells");
        assertThat(bench.data("learned")).startsWith("architecture,latency\r\n");
        assertThat(rows("learned")).hasSize(60).doesNotHaveDuplicates().allSatisfy(row -> {
            String[] values = row.split(",");
            assertThat(Double.parseDouble(values[1])).isEqualTo(millis(values[0], 2, 1));
        });
        assertThat(bench.qualities.all().get("learned").samples()).isEqualTo(60);
        bench.search.benchmarks.delete("cells");
        assertThat(ALL)
                .allSatisfy(cell -> assertThat(predicted("learned", cell))
                        .isBetween(0.8 * millis(cell.text(), 2, 1), 1.25 * millis(cell.text(), 2, 1)));
    }

    @Test
    void theSeedChoosesWhichArchitecturesAreTakenAndAllAreWhereTheyAreFewer() {
        predictor("one", Map.of("benchmark", "cells", "column", "pi", "samples", 60));
        predictor("same", Map.of("benchmark", "cells", "column", "pi", "samples", 60));
        predictor("other", Map.of("benchmark", "cells", "column", "pi", "samples", 60, "seed", 7));
        predictor("pi", Map.of("benchmark", "cells"));
        assertThat(bench.data("same")).isEqualTo(bench.data("one"));
        assertThat(rows("other")).hasSize(60).isNotEqualTo(rows("one"));
        assertThat(rows("pi")).hasSize(ALL.size());
    }

    @Test
    void whatWasExportedIsMadeAgainWhereTheBenchmarkIsUnknown() {
        predictor("learned", Map.of("benchmark", "cells", "column", "pi", "samples", 60));
        Map<String, Object> settings = bench.target("learned").model().settings();
        bench.search.benchmarks.delete("cells");
        bench.define("again", "predictor", settings, bench.data("learned"));
        assertThat(bench.target("again").data())
                .isEqualTo(bench.target("learned").data());
        assertThat(predicted("again", ALL.get(77))).isEqualTo(predicted("learned", ALL.get(77)));
    }

    @Test
    void tenTellingMeasurementsDoBesideKnownDevices() {
        predictor(
                "learned",
                Map.of("benchmark", "cells", "column", "pi", "samples", 10, "known", List.of("phone", "gpu")));
        assertThat(bench.data("learned")).startsWith("architecture,latency,phone,gpu\r\n");
        assertThat(rows("learned")).hasSize(ALL.size());
        List<String> measured =
                rows("learned").stream().filter(row -> !row.contains(",,")).toList();
        assertThat(measured).hasSize(10);
        assertThat(bench.qualities.all().get("learned").samples()).isEqualTo(10);
        assertThat(ALL)
                .allSatisfy(cell -> assertThat(predicted("learned", cell))
                        .isBetween(0.8 * millis(cell.text(), 2, 1), 1.25 * millis(cell.text(), 2, 1)));
    }

    @Test
    void aNewDeviceIsMeasuredBesideTheKnownOnesOfABenchmark() throws InterruptedException {
        predictor("pi", Map.of("benchmark", "cells", "known", List.of("phone", "gpu"), "on", TargetBench.METER));
        assertThat(bench.target("pi").state()).isEqualTo(State.CALIBRATING);
        assertThat(rows("pi")).hasSize(ALL.size()).allMatch(row -> row.contains(",,"));
        bench.calibrate();
        assertThat(bench.target("pi").state()).isEqualTo(State.READY);
        assertThat(bench.calibrations.items("pi")).hasSize(10);
        assertThat(rows("pi").stream().filter(row -> !row.contains(",,"))).hasSize(10);
    }

    @Test
    void aPredictorIsMadeOfWhatAnExperimentMeasured() throws InterruptedException {
        Experiment experiment = measured(40);
        predictor("learned", Map.of("experiment", experiment.id().toString(), "column", "host"));
        assertThat(bench.target("learned").model().settings())
                .containsEntry("space", "nas-bench-201")
                .containsEntry("spaceSettings", experiment.spec().searchSpace().settings())
                .containsEntry("input", List.of(1, 8, 8))
                .containsEntry("classes", 2);
        List<Trial> trials = bench.search.recorded(experiment.id());
        assertThat(trials).anyMatch(Trial::fromMemory);
        assertThat(rows("learned"))
                .containsExactlyInAnyOrderElementsOf(trials.stream()
                        .filter(trial -> !trial.fromMemory())
                        .map(trial -> trial.architecture() + ","
                                + trial.measurements().value(HOST).orElseThrow())
                        .toList());
        bench.search.experiments.delete(experiment.id());
        assertThat(bench.qualities.all().get("learned").spearman().orElseThrow())
                .isGreaterThan(0.9);
    }

    @Test
    void tooFewMeasurementsAreRefusedWithTheirNumber() throws InterruptedException {
        Map<String, Object> settings = Map.of("experiment", measured(7).id().toString(), "column", "host");
        assertThatThrownBy(() -> predictor("learned", settings))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContainingAll("field=experiment", "has 7 measured latencies of 'host'", "needs 20");
    }

    @Test
    void ofSeveralMeasurementsTheCalmestCounts() throws InterruptedException {
        Experiment experiment = measured(1);
        Trial trial = bench.search.recorded(experiment.id()).get(0);
        List<Trial> trials = new ArrayList<>();
        for (double spread : List.of(0.03, 0.01, 0.02)) {
            trials.add(trial.asProposed(Measurements.none())
                    .recorded(
                            TrialOutcome.completed(
                                    Measurements.of(
                                            new Measurement(
                                                    HOST,
                                                    100 * spread,
                                                    Measurement.Source.MEASURED,
                                                    OptionalDouble.empty(),
                                                    OptionalDouble.of(spread),
                                                    Optional.empty(),
                                                    true),
                                            Measurement.of(
                                                    MetricKey.of(Metric.LATENCY, "max(host,phone)"),
                                                    3,
                                                    Measurement.Source.MEASURED)),
                                    Optional.empty()),
                            trials.size() + 1L,
                            trial.createdAt()));
        }
        LatencySource source = ExperimentLatencies.of(experiment, trials);
        assertThat(source.devices())
                .as("what is made of several devices is none")
                .containsExactly("host");
        assertThat(source.measured("host")).containsExactly(trial.architecture().text());
        assertThat(source.latency(trial.architecture().text(), "host")).isEqualTo(1);
        assertThat(source.latency("another", "host")).isNaN();
    }

    /** An experiment whose trials were measured on host. */
    private Experiment measured(int trials) throws InterruptedException {
        SearchBench.DraftBuilder draft = SearchBench.draft();
        draft.space = new PluginSpec("nas-bench-201", Map.of("nodes", 4, "channels", 4, "cells", 1));
        draft.maxTrials = trials;
        draft.objectives = List.of(
                new Draft.Objective("accuracy", Optional.empty(), OptionalDouble.empty()),
                new Draft.Objective("latency", Optional.of("host"), OptionalDouble.empty()));
        return bench.search.finish(bench.search.submit.submit(draft.build()).id());
    }

    @Test
    void aTableIsMadeOfABenchmarkToo() {
        bench.define("pi", "table", Map.of("benchmark", "cells"), null);
        bench.define("mine", "table", Map.of("benchmark", "rows", "column", "pi"), null);
        bench.search.benchmarks.delete("cells");
        assertThat(ALL).allSatisfy(cell -> assertThat(predicted("pi", cell)).isEqualTo(millis(cell.text(), 2, 1)));
        assertThat(predicted("mine", Architecture.of("b"))).isEqualTo(20);
        assertThatThrownBy(() -> bench.define("x", "table", Map.of("benchmark", "rows"), null))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContainingAll(
                        "field=column", "benchmark 'rows' has no measured latency of 'x'; valid are pi");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    benchmark=cell | benchmark | there is no benchmark 'cell'; valid are cells, few, rows
                    benchmark=rows,column=pi | benchmark | has no networks
                    benchmark=cells,experiment=x | experiment | cannot stand beside 'benchmark'
                    experiment=x | experiment | there is no experiment 'x'
                    benchmark=cells | column | has no measured latency of 'new'; valid are pi, phone, gpu
                    benchmark=costless | column | there are none
                    benchmark=cells,column=pi,space=darts | space | is of the search space nas-bench-201, not darts
                    benchmark=cells,column=pi,classes=9 | classes | is of 10 classes, not 9
                    benchmark=cells,column=pi,input=8 | input | is of [3, 32, 32], not [8]
                    benchmark=cells,column=pi,nodes=4 | spaceSettings | has other settings
                    benchmark=cells,column=pi,nodes=0 | spaceSettings.nodes | must lie in
                    benchmark=cells,column=pi,known=pi | known | is the device that is predicted
                    benchmark=cells,column=pi,known=tv | known | has no measured latency of 'tv'; valid are pi
                    benchmark=few,column=pi,known=phone | known | is known for 12 architectures; it takes 20
                    benchmark=few,column=pi | benchmark | has 12 measured latencies of 'pi'; a predictor needs 20
                    benchmark=cells,column=pi,samples=10 | samples | 10 are too few; a predictor needs 20
                    benchmark=cells,on=meter | known | is needed beside 'on': devices of benchmark 'cells'
                    benchmark=cells,on=meter,known=pi,column=gpu | column | cannot stand beside 'on'
                    benchmark=cells,on=tv,known=pi | on | there is no target 'tv' that measures
                    known=pi | known | of which none is named
                    """)
    void badSettingsAreRefusedByName(String given, String field, String message) {
        Map<String, Object> settings = new HashMap<>();
        for (String setting : given.split(",")) {
            String[] pair = setting.split("=");
            switch (pair[0]) {
                case "known" -> settings.put("known", List.of(pair[1]));
                case "input" -> settings.put("input", List.of(Integer.valueOf(pair[1])));
                case "nodes" -> settings.put("spaceSettings", Map.of("nodes", Integer.valueOf(pair[1]), "channels", 4));
                case "classes", "samples" -> settings.put(pair[0], Integer.valueOf(pair[1]));
                default -> settings.put(pair[0], pair[1]);
            }
        }
        assertThatThrownBy(() -> predictor("new", settings))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContainingAll("field=" + field + ",", message);
        assertThat(bench.targets.find("new")).isEmpty();
    }

    @Test
    void latenciesThatNothingIsLearnedFromAreTheFaultOfTheBenchmark() throws IOException {
        StringBuilder csv = new StringBuilder("architecture,latency@pi\n");
        ALL.stream().limit(30).forEach(cell -> csv.append(cell).append(",0\n"));
        bench.search.addBenchmark("timeless", CELLS, csv.toString());
        assertThatThrownBy(() -> predictor("pi", Map.of("benchmark", "timeless")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContainingAll("field=benchmark", "is 0, and nothing takes no time");
    }

    @Test
    void whatIsAskedOfTheSpaceInOtherWordsIsNoContradiction() {
        predictor(
                "pi",
                Map.of(
                        "benchmark",
                        "cells",
                        "space",
                        "nas-bench-201",
                        "spaceSettings",
                        SETTINGS,
                        "input",
                        List.of(3, 32, 32),
                        "classes",
                        10));
        assertThat(bench.target("pi").isReady()).isTrue();
    }
}
