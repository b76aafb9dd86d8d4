package dev.skyline.api.fake;

import dev.skyline.api.trial.ModelFiles;
import dev.skyline.benchmark.BenchmarkFiles;
import dev.skyline.benchmark.BenchmarkLimits;
import dev.skyline.benchmark.BenchmarkTables;
import dev.skyline.benchmark.Benchmarks;
import dev.skyline.benchmark.DeleteBenchmark;
import dev.skyline.benchmark.ImportBenchmark;
import dev.skyline.benchmark.InMemoryBenchmarks;
import dev.skyline.dataset.DatasetFiles;
import dev.skyline.dataset.Datasets;
import dev.skyline.dataset.DeleteDataset;
import dev.skyline.dataset.importing.ImportDataset;
import dev.skyline.dataset.importing.ImportLimits;
import dev.skyline.experiment.Experiments;
import dev.skyline.hardware.HardwareTargets;
import dev.skyline.search.AdvanceExperiment;
import dev.skyline.search.Catalogue;
import dev.skyline.search.CheckDraft;
import dev.skyline.search.ControlExperiment;
import dev.skyline.search.EditTargets;
import dev.skyline.search.Histories;
import dev.skyline.search.IdempotencyKeys;
import dev.skyline.search.ProposeTrial;
import dev.skyline.search.ReadFront;
import dev.skyline.search.ReadHistory;
import dev.skyline.search.ReadNetwork;
import dev.skyline.search.SubmitExperiment;
import dev.skyline.space.Spaces;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

/** The use cases, over ports in memory, in the {@link Scenario}. */
@TestConfiguration
public class FakeCore {

    private final MemoryTrials trials = new MemoryTrials();
    private final MemoryExperiments experiments = new MemoryExperiments();
    private final MemoryDatasets datasets = new MemoryDatasets();
    private final InMemoryBenchmarks benchmarks = new InMemoryBenchmarks();
    private final MemoryTargets targets = new MemoryTargets();
    private final LocalEvents events = new LocalEvents();
    private final Histories histories = new Histories(trials);
    private final Clock clock = Clock.fixed(Scenario.NOW, ZoneOffset.UTC);
    private final DatasetFiles files;
    private final BenchmarkFiles benchmarkFiles;
    private final BenchmarkTables tables;
    private final Catalogue catalogue;
    private final CheckDraft check;

    FakeCore() throws IOException {
        Path data = Files.createTempDirectory("skyline-api");
        files = new DatasetFiles(data);
        benchmarkFiles = new BenchmarkFiles(data);
        tables = new BenchmarkTables(benchmarks, benchmarkFiles, Spaces.plugins());
        catalogue = Blocks.catalogue(tables);
        check = new CheckDraft(catalogue, datasets, benchmarks, targets);
        reset();
    }

    /** Back to the scenario. */
    public final void reset() {
        experiments.clear();
        trials.clear();
        datasets.clear();
        benchmarks.clear();
        targets.clear();
        datasets.add(Scenario.digits());
        targets.add(Scenario.host());
        experiments.add(Scenario.experiment());
        Scenario.trials().forEach(trials::add);
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
    DeleteBenchmark deleteBenchmark() {
        return new DeleteBenchmark(benchmarks, benchmarkFiles);
    }

    @Bean
    HardwareTargets targets() {
        return targets;
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
        AdvanceExperiment advance = new AdvanceExperiment(
                experiments,
                trials,
                histories,
                new ProposeTrial(catalogue, trials, clock),
                trial -> {
                    throw new UnsupportedOperationException("no trial is handed over in these tests");
                },
                events,
                clock);
        return new ControlExperiment(experiments, trials, histories, advance, events, clock);
    }

    @Bean
    ReadFront readFront() {
        return new ReadFront(histories);
    }

    @Bean
    ReadHistory readHistory() {
        return new ReadHistory(histories);
    }

    @Bean
    ReadNetwork readNetwork() {
        return new ReadNetwork(catalogue);
    }

    @Bean
    EditTargets editTargets() {
        return new EditTargets(targets, experiments);
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

    @Bean
    ModelFiles modelFiles() throws IOException {
        Path model = Files.write(Files.createTempFile("skyline-api", ".onnx"), new byte[] {8, 7, 18, 7});
        return hash -> hash.equals(Scenario.MODEL) ? Optional.of(model) : Optional.empty();
    }
}
