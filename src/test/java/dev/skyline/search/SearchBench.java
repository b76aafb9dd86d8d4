package dev.skyline.search;

import dev.skyline.SettableClock;
import dev.skyline.architecture.Architecture;
import dev.skyline.benchmark.BenchmarkFiles;
import dev.skyline.benchmark.BenchmarkLimits;
import dev.skyline.benchmark.BenchmarkTables;
import dev.skyline.benchmark.ImportBenchmark;
import dev.skyline.benchmark.InMemoryBenchmarks;
import dev.skyline.benchmark.RowsSpace;
import dev.skyline.benchmark.TabularEstimator;
import dev.skyline.dataset.Content;
import dev.skyline.dataset.Content.ClassCount;
import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.InMemoryDatasets;
import dev.skyline.dataset.Origin;
import dev.skyline.dataset.Schema;
import dev.skyline.estimator.EpochReport;
import dev.skyline.estimator.Estimate;
import dev.skyline.estimator.ExternalEstimator;
import dev.skyline.estimator.PerformanceEstimator;
import dev.skyline.estimator.Progress;
import dev.skyline.estimator.TrainingSettings;
import dev.skyline.execution.LearningCurves;
import dev.skyline.execution.LongWork;
import dev.skyline.execution.TrainedModels;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentEvent;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.InMemoryExperiments;
import dev.skyline.experiment.InMemorySuggestions;
import dev.skyline.experiment.InMemoryTrials;
import dev.skyline.experiment.Suggestions;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialId;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.hardware.HardwareTargets;
import dev.skyline.hardware.HostSettings;
import dev.skyline.hardware.InMemoryTargets;
import dev.skyline.hardware.MemoryDocuments;
import dev.skyline.hardware.ModelledKinds;
import dev.skyline.hardware.ModelledTarget;
import dev.skyline.hardware.TargetContext;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Interval;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.network.Candidate;
import dev.skyline.network.Costs;
import dev.skyline.network.Network;
import dev.skyline.plugin.NoSettings;
import dev.skyline.plugin.Plugin;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.plugin.Plugins;
import dev.skyline.plugin.Setting;
import dev.skyline.space.InMemoryStoredSpaces;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.Strategies;
import dev.skyline.strategy.StrategyContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A whole search in one thread: real spaces and strategies, stores in memory, and an estimator that only computes. */
final class SearchBench {

    final InMemoryExperiments experiments = new InMemoryExperiments();
    final InMemoryTrials trials = new InMemoryTrials(experiments);
    final InMemoryDatasets datasets = new InMemoryDatasets();
    final InMemoryStoredSpaces spaces = new InMemoryStoredSpaces();
    final MemoryDocuments documents = new MemoryDocuments();
    final InMemoryBenchmarks benchmarks = new InMemoryBenchmarks();
    final List<ExperimentEvent> events = new ArrayList<>();
    final Deque<TrialId> queue = new ArrayDeque<>();
    final Map<TrialId, List<EpochReport>> curves = new HashMap<>();
    final Histories histories = new Histories(trials);
    final CheckDraft check;
    final SubmitExperiment submit;
    final AdvanceExperiment advance;
    final RunTrial run;
    final ControlExperiment control;
    final AskTrials ask;
    final TellTrial tell;
    final ImportTrials imports;
    final ReplayExperiment replay;
    final CloneExperiment copy;
    final Catalogue catalogue;
    final HardwareTargets targets;
    final BenchmarkTables tables;
    int evaluations;
    double slowness = 1;
    LongWork beforeMeasuring = () -> {};
    BiPredicate<String, Instant> isThere = (target, since) -> true;
    PerformanceEstimator estimator = new Computed();
    final SettableClock clock = new SettableClock();

    SearchBench() {
        datasets.add(new Dataset(
                "digits",
                new Content(
                        "0".repeat(64),
                        new Schema.Images(1, 8, 8),
                        List.of(new ClassCount("0", 10), new ClassCount("1", 10))),
                Origin.UNKNOWN,
                clock.instant()));
        datasets.add(new Dataset(
                "iris",
                new Content(
                        "1".repeat(64),
                        new Schema.Table(List.of("length", "width")),
                        List.of(new ClassCount("a", 10), new ClassCount("b", 10))),
                Origin.UNKNOWN,
                clock.instant()));
        targets = new InMemoryTargets();
        targets.add(new HardwareTargetSpec("host", PluginSpec.of("host"), "", Instant.EPOCH));
        tables = new BenchmarkTables(benchmarks, files(), Spaces.plugins());
        catalogue = new Catalogue(
                Spaces.plugins(),
                new Plugins<>(
                        "search strategy",
                        Stream.concat(
                                        Strategies.plugins().all().stream(),
                                        Stream.<Plugin<?, StrategyContext, SearchStrategy>>of(Watchful.PLUGIN))
                                .toList()),
                new Plugins<>(
                        "performance estimator",
                        List.of(
                                new Plugin<>("training", "", "", TrainingSettings.class, (settings, context) -> {
                                    context.requireData("training");
                                    return estimator;
                                }),
                                TabularEstimator.plugin(tables),
                                ExternalEstimator.PLUGIN)),
                new Plugins<>(
                        "kind of hardware target",
                        withModelled(List.of(
                                new Plugin<>(
                                        "host",
                                        "",
                                        "",
                                        HostSettings.class,
                                        (settings, context) -> new ComputedTarget(context.name())),
                                new Plugin<>(
                                        "counted",
                                        "",
                                        "",
                                        NoSettings.class,
                                        (settings, context) -> new CountedTarget(context.name())),
                                new Plugin<>(
                                        "learnt",
                                        "",
                                        "",
                                        LearntFrom.class,
                                        (settings, context) -> new CountedTarget(context.name()))))),
                benchmark -> new RowsSpace(tables.table(benchmark.name(), benchmark.hash())));
        check = new CheckDraft(catalogue, datasets, benchmarks, spaces, targets);
        submit = new SubmitExperiment(check, experiments, events::add, clock);
        ProposeTrial propose = new ProposeTrial(catalogue, trials, clock);
        advance = new AdvanceExperiment(experiments, trials, histories, propose, queue::add, events::add, clock);
        Suggestions suggestions = new InMemorySuggestions(trials);
        ServeClients clients =
                new ServeClients(experiments, trials, suggestions, histories, advance, events::add, clock);
        ask = new AskTrials(clients);
        tell = new TellTrial(experiments, trials, suggestions, new Curves(), clients, events::add, clock);
        imports = new ImportTrials(experiments, trials, catalogue, events::add, clock);
        replay = new ReplayExperiment(experiments, trials, histories, propose);
        run = restarted();
        RemoveModels models = new RemoveModels(trials, new TrainedModels(Path.of("no such folder")), clock);
        control = new ControlExperiment(experiments, trials, histories, advance, models, events::add, clock);
        copy = new CloneExperiment(experiments, histories, submit, control, imports);
    }

    /** Makes a benchmark of a table for images of 3×32×32 and ten classes. */
    void addBenchmark(String name, PluginSpec space, String csv) throws IOException {
        Path file = Files.writeString(Files.createTempFile("table", ".csv"), csv);
        try {
            new ImportBenchmark(benchmarks, files(), tables, BenchmarkLimits.DEFAULT, Clock.systemUTC())
                    .run(new ImportBenchmark.Upload(name, file, space, List.of(3, 32, 32), 10));
        } finally {
            Files.delete(file);
        }
    }

    private static BenchmarkFiles files() {
        try {
            return new BenchmarkFiles(Path.of("target", "search-bench"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void pass(Duration time) {
        clock.pass(time);
    }

    /** Runs queued trials, first come first served, until none is left and the experiment proposes no more. */
    Experiment finish(ExperimentId id) throws InterruptedException {
        do {
            while (advance.advance(id)) {}
            while (!queue.isEmpty()) {
                runNext();
            }
        } while (advance.advance(id) || !queue.isEmpty());
        return experiments.find(id).orElseThrow();
    }

    /** Runs trials after a restart of the node. */
    RunTrial restarted() {
        return new RunTrial(experiments, trials, new Curves(), catalogue, advance, events::add, clock);
    }

    /** @return whether it was done with */
    boolean runNext() throws InterruptedException {
        return run.run(queue.remove());
    }

    List<Trial> recorded(ExperimentId id) {
        return trials.recordedAfter(id, 0);
    }

    private List<Plugin<?, TargetContext, HardwareTarget>> withModelled(
            List<Plugin<?, TargetContext, HardwareTarget>> kinds) {
        return Stream.concat(
                        kinds.stream(),
                        ModelledKinds.all(documents, settings -> SpaceArchitectures.of(settings, Spaces.plugins()))
                                .stream())
                .toList();
    }

    /** Some cell, not trained. */
    static Candidate candidate() {
        SearchSpace space = Spaces.plugins().create(PluginSpec.of("nas-bench-201"), Task.of(List.of(1, 8, 8), 2));
        Architecture architecture = space.sample(new SplittableRandom(1));
        return new Candidate(architecture, space.decode(architecture), 1, Optional.empty());
    }

    static DraftBuilder draft() {
        return new DraftBuilder();
    }

    /** A draft with sensible parts, to be changed where a test looks. */
    static final class DraftBuilder {
        Draft.On on = Draft.On.dataset("digits");
        PluginSpec space = PluginSpec.of("nas-bench-201");
        PluginSpec strategy = PluginSpec.of("random");
        Optional<PluginSpec> estimator = Optional.empty();
        List<Draft.Objective> objectives =
                List.of(new Draft.Objective("accuracy", Optional.empty(), OptionalDouble.empty()));
        List<Draft.Constraint> constraints = List.of();
        Optional<List<String>> targets = Optional.empty();
        int maxTrials = 10;
        int maxFailed = 3;
        int parallelism = 1;
        Optional<Duration> maxDuration = Optional.empty();
        boolean memory = true;
        long seed = 1;

        Draft build() {
            return new Draft(
                    "a search",
                    Optional.empty(),
                    List.of(),
                    on,
                    Optional.ofNullable(space),
                    Optional.of(strategy),
                    estimator,
                    targets,
                    objectives,
                    constraints,
                    Optional.of(maxTrials),
                    maxDuration,
                    Optional.of(maxFailed),
                    Optional.of(parallelism),
                    Optional.of(seed),
                    memory,
                    true);
        }
    }

    /** Accuracy grows with the logarithm of the parameters. */
    private final class Computed implements PerformanceEstimator {

        @Override
        public Estimate estimate(Candidate candidate, Fidelity fidelity, Progress progress) {
            evaluations++;
            double accuracy = Math.log10(Costs.of(candidate.network()).parameters()) / 7;
            progress.epoch(new EpochReport(1, 1, 1, 1, accuracy, 1));
            return new Estimate(
                    Measurements.of(Measurement.measured(Metric.ACCURACY, accuracy)),
                    List.of(),
                    false,
                    Optional.empty());
        }

        @Override
        public Fidelity fullFidelity() {
            return Fidelity.epochs(1);
        }
    }

    /** What a node does in the background, in one thread. */
    static void doAll(Map<String, LongWork> due) throws InterruptedException {
        for (LongWork work : due.values()) {
            work.run();
        }
    }

    /** Settings of a modelled target that was learnt from another one. */
    record LearntFrom(
            @Setting(about = "its name", value = "host") String on) {}

    private final class ComputedTarget implements HardwareTarget {

        private final String name;

        ComputedTarget(String name) {
            this.name = name;
        }

        @Override
        public Measurements measure(Candidate candidate) throws InterruptedException {
            beforeMeasuring.run();
            return Measurements.of(Measurement.of(
                    MetricKey.of(Metric.LATENCY, name),
                    slowness * Costs.of(candidate.network()).macs() / 1e6,
                    Measurement.Source.MEASURED));
        }

        @Override
        public boolean isThere(Instant since) {
            return isThere.test(name, since);
        }
    }

    /**
     * Modelled: a thousandth of a millisecond for each thousand MACs, give or take a fifth; it knows nothing of networks
     * above a million.
     */
    private record CountedTarget(String name) implements ModelledTarget {

        @Override
        public Optional<Measurements> predict(Architecture architecture, Supplier<Network> network) {
            double millis = Costs.of(network.get()).macs() / 1e6;
            return millis > 1
                    ? Optional.empty()
                    : Optional.of(Measurements.of(Measurement.predicted(
                            MetricKey.of(Metric.LATENCY, name), millis, new Interval(0.8 * millis, 1.2 * millis))));
        }
    }

    private final class Curves implements LearningCurves {

        @Override
        public void add(TrialId trial, int attempt, EpochReport report) {
            curves.computeIfAbsent(trial, id -> new ArrayList<>()).add(report);
        }

        @Override
        public List<EpochReport> of(TrialId trial) {
            return curves.getOrDefault(trial, List.of());
        }

        @Override
        public List<Double> averages(ExperimentId experiment, int epoch) {
            return trials.recordedAfter(experiment, 0).stream()
                    .map(trial -> of(trial.id()))
                    .filter(curve -> curve.size() >= epoch)
                    .map(curve -> curve.subList(0, epoch).stream()
                            .mapToDouble(EpochReport::accuracy)
                            .average()
                            .orElseThrow())
                    .toList();
        }
    }
}
