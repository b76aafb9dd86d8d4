package dev.skyline.api.fake;

import dev.skyline.benchmark.BenchmarkFiles;
import dev.skyline.benchmark.BenchmarkLimits;
import dev.skyline.benchmark.BenchmarkTables;
import dev.skyline.benchmark.Benchmarks;
import dev.skyline.benchmark.DeleteBenchmark;
import dev.skyline.benchmark.ImportBenchmark;
import dev.skyline.benchmark.InMemoryBenchmarks;
import dev.skyline.comparison.Comparisons;
import dev.skyline.comparison.InMemoryComparisons;
import dev.skyline.dataset.DatasetFiles;
import dev.skyline.dataset.Datasets;
import dev.skyline.dataset.DeleteDataset;
import dev.skyline.dataset.importing.ImportDataset;
import dev.skyline.dataset.importing.ImportLimits;
import dev.skyline.execution.BaselineFiles;
import dev.skyline.execution.ModelAppraiser;
import dev.skyline.execution.ModelUnfit;
import dev.skyline.execution.TrainedModels;
import dev.skyline.experiment.Experiments;
import dev.skyline.experiment.InMemorySecondMeasurements;
import dev.skyline.experiment.InMemorySuggestions;
import dev.skyline.experiment.SecondMeasurements;
import dev.skyline.export.UntrainedModel;
import dev.skyline.metric.Measurements;
import dev.skyline.search.AdvanceExperiment;
import dev.skyline.search.AskTrials;
import dev.skyline.search.Catalogue;
import dev.skyline.search.CheckDraft;
import dev.skyline.search.CloneExperiment;
import dev.skyline.search.CompareStrategies;
import dev.skyline.search.ControlExperiment;
import dev.skyline.search.DeleteComparison;
import dev.skyline.search.EditBaselines;
import dev.skyline.search.Histories;
import dev.skyline.search.IdempotencyKeys;
import dev.skyline.search.ImportTrials;
import dev.skyline.search.LatencySources;
import dev.skyline.search.ProposeTrial;
import dev.skyline.search.ReadComparison;
import dev.skyline.search.RemoveModels;
import dev.skyline.search.ReplayExperiment;
import dev.skyline.search.ServeClients;
import dev.skyline.search.SubmitExperiment;
import dev.skyline.search.TellTrial;
import dev.skyline.space.InMemoryStoredSpaces;
import dev.skyline.space.Spaces;
import dev.skyline.space.StoredSpaces;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The use cases, over ports in memory, in the {@link Scenario}. */
@TestConfiguration
@Import({FakeDevices.class, FakeModels.class, FakeReadings.class})
public class FakeCore {

    private final FakeDevices devices;
    private final MemoryTrials trials = new MemoryTrials();
    private final MemoryExperiments experiments = new MemoryExperiments();
    private final MemoryDatasets datasets = new MemoryDatasets();
    private final InMemoryBenchmarks benchmarks = new InMemoryBenchmarks();
    private final MemoryBaselines baselines = new MemoryBaselines();
    private final InMemoryStoredSpaces spaces = new InMemoryStoredSpaces();
    private final InMemoryComparisons comparisons = new InMemoryComparisons(experiments, trials);
    private final LocalEvents events = new LocalEvents();
    private final InMemorySecondMeasurements second = new InMemorySecondMeasurements(experiments::list);
    private final Histories histories = new Histories(trials);
    private final Clock clock = Clock.fixed(Scenario.NOW, ZoneOffset.UTC);
    private final InMemorySuggestions suggestions = new InMemorySuggestions(trials);
    private final ProposeTrial propose;
    private final AdvanceExperiment advance;
    private final DatasetFiles files;
    private final BenchmarkFiles benchmarkFiles;
    private final BenchmarkTables tables;
    private final Catalogue catalogue;
    private final CheckDraft check;

    FakeCore(FakeDevices devices) throws IOException {
        this.devices = devices;
        Path data = Files.createTempDirectory("skyline-api");
        files = new DatasetFiles(data);
        benchmarkFiles = new BenchmarkFiles(data);
        tables = new BenchmarkTables(benchmarks, benchmarkFiles, Spaces.plugins());
        catalogue = Blocks.catalogue(tables, devices.documents());
        check = new CheckDraft(catalogue, datasets, benchmarks, spaces, devices.targets());
        propose = new ProposeTrial(catalogue, trials, clock);
        advance = new AdvanceExperiment(
                experiments,
                trials,
                histories,
                propose,
                trial -> {
                    throw new UnsupportedOperationException("no trial is handed over in these tests");
                },
                events,
                clock);
        reset();
    }

    /** Back to the scenario. */
    public final void reset() {
        experiments.clear();
        trials.clear();
        baselines.clear();
        baselines.add(Scenario.baseline());
        datasets.clear();
        suggestions.clear();
        histories.forget(Scenario.ID);
        histories.forget(Scenario.EXTERNAL);
        benchmarks.clear();
        comparisons.clear();
        comparisons.add(Scenario.comparison(), List.of());
        devices.reset();
        spaces.clear();
        datasets.add(Scenario.digits());
        experiments.add(Scenario.experiment());
        experiments.add(Scenario.external());
        Scenario.trials().forEach(trials::add);
        second.clear();
        second.decide(Scenario.ID, List.of(2));
        second.record(Scenario.measuredAgain());
        Scenario.curve().forEach(report -> trials.add(Scenario.trials().get(1).id(), 1, report));
    }

    @Bean
    MemoryTrials trials() {
        return trials;
    }

    @Bean
    Experiments experiments() {
        return experiments;
    }

    @Bean
    MemorySummaries summaries() {
        return new MemorySummaries(experiments, trials);
    }

    @Bean
    Datasets datasets() {
        return datasets;
    }

    @Bean
    Benchmarks benchmarks() {
        return benchmarks;
    }

    @Bean
    ImportBenchmark importBenchmark() {
        return new ImportBenchmark(benchmarks, benchmarkFiles, tables, BenchmarkLimits.DEFAULT, clock);
    }

    @Bean
    LatencySources latencySources() {
        return new LatencySources(benchmarks, tables, experiments, trials);
    }

    @Bean
    DeleteBenchmark deleteBenchmark() {
        return new DeleteBenchmark(benchmarks, benchmarkFiles);
    }

    @Bean
    MemoryBaselines baselines() {
        return baselines;
    }

    /** Takes every file for a model of digits, but those that begin with "no". */
    @Bean
    EditBaselines editBaselines() throws IOException {
        ModelAppraiser appraiser = new ModelAppraiser() {
            @Override
            public Description describe(Path model) {
                try {
                    if (Files.readString(model, StandardCharsets.ISO_8859_1).startsWith("no")) {
                        throw new ModelUnfit("ModelRefused", "the file is no ONNX model, or is cut short");
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return new Description(List.of(1, 8, 8), 10, 650);
            }

            @Override
            public Measurements appraise(Path model, Optional<String> dataset, long splitSeed) {
                throw new UnsupportedOperationException("nothing is measured in these tests");
            }
        };
        BaselineFiles models = new BaselineFiles(files.path("0".repeat(64)).getParent());
        return new EditBaselines(experiments, baselines, models, appraiser, clock);
    }

    @Bean
    StoredSpaces storedSpaces() {
        return spaces;
    }

    @Bean
    LocalEvents events() {
        return events;
    }

    @Bean
    IdempotencyKeys idempotencyKeys() {
        return new MemoryKeys();
    }

    @Bean
    Clock clock() {
        return clock;
    }

    @Bean
    Catalogue catalogue() {
        return catalogue;
    }

    @Bean
    CheckDraft checkDraft() {
        return check;
    }

    @Bean
    SubmitExperiment submitExperiment() {
        return new SubmitExperiment(check, experiments, events, clock);
    }

    @Bean
    ControlExperiment controlExperiment() {
        RemoveModels models = new RemoveModels(
                trials, new TrainedModels(files.path("0".repeat(64)).getParent()), clock);
        return new ControlExperiment(experiments, trials, histories, advance, models, events, clock);
    }

    @Bean
    ServeClients serveClients() {
        return new ServeClients(experiments, trials, suggestions, histories, advance, events, clock);
    }

    @Bean
    AskTrials askTrials(ServeClients clients) {
        return new AskTrials(clients);
    }

    @Bean
    TellTrial tellTrial(ServeClients clients) {
        return new TellTrial(experiments, trials, suggestions, trials, clients, events, clock);
    }

    @Bean
    ImportTrials importTrials() {
        return new ImportTrials(experiments, trials, catalogue, events, clock);
    }

    @Bean
    ReplayExperiment replayExperiment() {
        return new ReplayExperiment(experiments, trials, histories, propose);
    }

    @Bean
    CloneExperiment cloneExperiment(SubmitExperiment submit, ControlExperiment control, ImportTrials imports) {
        return new CloneExperiment(experiments, histories, submit, control, imports);
    }

    @Bean
    Comparisons comparisons() {
        return comparisons;
    }

    @Bean
    CompareStrategies compareStrategies(SubmitExperiment submit) {
        return new CompareStrategies(check, submit, comparisons, clock);
    }

    @Bean
    ReadComparison readComparison() {
        return new ReadComparison(comparisons, experiments, trials);
    }

    @Bean
    DeleteComparison deleteComparison(ControlExperiment control) {
        return new DeleteComparison(comparisons, control);
    }

    @Bean
    UntrainedModel untrainedModel() {
        return (network, architecture) -> architecture.getBytes(StandardCharsets.UTF_8);
    }

    @Bean
    SecondMeasurements secondMeasurements() {
        return second;
    }

    @Bean
    Histories histories() {
        return histories;
    }

    @Bean
    DatasetFiles datasetFiles() {
        return files;
    }

    @Bean
    ImportDataset importDataset() {
        return new ImportDataset(datasets, files, ImportLimits.DEFAULT, clock);
    }

    @Bean
    DeleteDataset deleteDataset() {
        return new DeleteDataset(datasets, files);
    }
}
