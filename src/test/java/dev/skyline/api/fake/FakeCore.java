package dev.skyline.api.fake;

import dev.skyline.api.trial.ModelFiles;
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
import dev.skyline.space.InMemoryStoredSpaces;
import dev.skyline.space.StoredSpaces;
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
    private final InMemoryStoredSpaces spaces = new InMemoryStoredSpaces();
    private final LocalEvents events = new LocalEvents();
    private final Histories histories = new Histories(trials);
    private final Catalogue catalogue = Blocks.catalogue();
    private final Clock clock = Clock.fixed(Scenario.NOW, ZoneOffset.UTC);
    private final CheckDraft check = new CheckDraft(catalogue, datasets, benchmarks, spaces, targets);
    private final DatasetFiles files;

    FakeCore() throws IOException {
        files = new DatasetFiles(Files.createTempDirectory("skyline-api"));
        reset();
    }

    /** Back to the scenario. */
    public final void reset() {
        experiments.clear();
        trials.clear();
        datasets.clear();
        benchmarks.clear();
        targets.clear();
        spaces.clear();
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
    HardwareTargets targets() {
        return targets;
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
