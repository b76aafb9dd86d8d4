package dev.skyline.search;

import dev.skyline.architecture.Architecture;
import dev.skyline.execution.TrainedModels;
import dev.skyline.experiment.ExperimentExamples;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.experiment.InMemoryExperiments;
import dev.skyline.experiment.InMemoryTrials;
import dev.skyline.experiment.Trial;
import dev.skyline.experiment.TrialId;
import dev.skyline.experiment.TrialOutcome;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import static org.assertj.core.api.Assertions.assertThat;

class RemoveModelsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final String USED = "a".repeat(64);
    private static final String LEFT = "b".repeat(64);

    private final InMemoryExperiments experiments = new InMemoryExperiments();
    private final InMemoryTrials trials = new InMemoryTrials(experiments);

    @TempDir
    private Path data;

    private TrainedModels models;
    private RemoveModels remove;
    private ExperimentId id;

    @BeforeEach
    void trialThatUsesOneOfTwoModels() throws IOException {
        models = new TrainedModels(data);
        remove = new RemoveModels(trials, models, Clock.fixed(NOW, ZoneOffset.UTC));
        write(USED, Duration.ofDays(1));
        write(LEFT, Duration.ofHours(1));
        experiments.add(ExperimentExamples.experiment());
        id = experiments.unfinished().get(0);
        run(1, Duration.ofDays(1));
        trials.record(new TrialId(id, 1), 1, TrialOutcome.completed(Measurements.none(), Optional.of(USED)), NOW);
    }

    @Test
    void aSweepRemovesWhatNoTrialRefersTo() throws IOException {
        remove.sweep();
        assertThat(models.hashes()).containsExactly(USED);
    }

    @Test
    void whatARunningTrialMayHaveWrittenStays() throws IOException {
        run(2, Duration.ofHours(2));
        remove.sweep();
        assertThat(models.hashes()).containsExactlyInAnyOrder(USED, LEFT);
    }

    @Test
    void modelsOfADeletedExperimentGoUnlessAnotherTrialRefersToThem() throws IOException {
        remove.remove(List.of(USED, LEFT));
        assertThat(models.hashes()).containsExactly(USED);
        experiments.delete(id);
        remove.remove(List.of(USED));
        assertThat(models.hashes()).isEmpty();
    }

    @Test
    void nothingIsSweptWhereNoTrialRefersToAnyModelForThenTheDatabaseIsAnother() throws IOException {
        experiments.delete(id);
        remove.sweep();
        assertThat(models.hashes()).hasSize(2);
    }

    private void run(int number, Duration ago) {
        TrialId trial = new TrialId(id, number);
        trials.add(Trial.proposed(
                trial,
                Architecture.of("conv-" + number),
                OptionalInt.empty(),
                Fidelity.epochs(1),
                Measurements.none(),
                0,
                NOW.minus(ago)));
        trials.start(trial, NOW.minus(ago));
    }

    private void write(String hash, Duration ago) throws IOException {
        Path file = Files.createDirectories(data.resolve("models")).resolve(hash + ".onnx");
        Files.writeString(file, hash);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(ago)));
    }
}
