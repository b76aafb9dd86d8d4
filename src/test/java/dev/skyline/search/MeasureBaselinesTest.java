package dev.skyline.search;

import dev.skyline.api.fake.MemoryBaselines;
import dev.skyline.execution.BaselineFiles;
import dev.skyline.execution.LongWork;
import dev.skyline.execution.ModelAppraiser;
import dev.skyline.execution.ModelUnfit;
import dev.skyline.experiment.Baseline;
import dev.skyline.experiment.ExperimentId;
import dev.skyline.hardware.HardwareTargetSpec;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.search.SearchBench.DraftBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MeasureBaselinesTest {

    private final SearchBench bench = new SearchBench();
    private final MemoryBaselines baselines = new MemoryBaselines();
    private final Appraiser appraiser = new Appraiser();

    @TempDir
    private Path folder;

    private BaselineFiles files;
    private EditBaselines edit;
    private MeasureBaselines measure;
    private ExperimentId id;

    @BeforeEach
    void experiment() throws IOException {
        files = new BaselineFiles(folder);
        edit = new EditBaselines(bench.experiments, baselines, files, appraiser, Clock.systemUTC());
        measure = new MeasureBaselines(bench.experiments, baselines, files, appraiser, bench.catalogue);
        id = bench.submit.submit(SearchBench.draft().build()).id();
    }

    @Test
    void aModelForSuchSamplesIsTestedOnThem() throws Exception {
        register("fits", "a model");
        SearchBench.doAll(measure.due());
        Baseline measured = only();
        assertThat(measured.state()).isEqualTo(Baseline.State.MEASURED);
        assertThat(accuracy(measured).value()).isEqualTo(0.9);
        assertThat(accuracy(measured).source()).isEqualTo(Measurement.Source.MEASURED);
        assertThat(measured.measurements().value(MetricKey.of(Metric.PARAMETERS)))
                .hasValue(650);
        assertThat(measured.measurements().value(MetricKey.of(Metric.MODEL_SIZE)))
                .hasValue(7);
        assertThat(baselines.measuring()).isEmpty();
    }

    @Test
    void ofOneForOtherSamplesOnlyTheStatedAccuracyIsKnown() throws Exception {
        appraiser.description = new ModelAppraiser.Description(List.of(3, 224, 224), 1000, 25_557_032);
        register("other", "a model");
        SearchBench.doAll(measure.due());
        assertThat(accuracy(only()).value()).isEqualTo(0.76);
        assertThat(accuracy(only()).source()).isEqualTo(Measurement.Source.TABLE);
    }

    @Test
    void oneThatCannotBeMeasuredFailsWithItsReasonAndTheOthersGoOn() throws Exception {
        Baseline bad = register("bad", "bad model");
        register("good", "a model");
        SearchBench.doAll(measure.due());
        Baseline failed = baselines.find(bad.id()).orElseThrow();
        assertThat(failed.state()).isEqualTo(Baseline.State.FAILED);
        assertThat(failed.end().orElseThrow().reason()).isEqualTo("OutOfMemory");
        assertThat(baselines.of(id)).extracting(Baseline::state).contains(Baseline.State.MEASURED);
    }

    @Test
    void oneWhoseMeasurementWasInterruptedIsMeasuredAnew() throws Exception {
        register("interrupted", "a model");
        appraiser.interrupted = true;
        assertThatThrownBy(() -> SearchBench.doAll(measure.due())).isInstanceOf(InterruptedException.class);
        assertThat(only().state()).isEqualTo(Baseline.State.MEASURING);
        appraiser.interrupted = false;
        SearchBench.doAll(measure.due());
        assertThat(only().state()).isEqualTo(Baseline.State.MEASURED);
    }

    @Test
    void oneWhoseFileIsOnAnotherNodeWaitsForThatNode() throws Exception {
        files.delete(register("elsewhere", "a model").model());
        SearchBench.doAll(measure.due());
        assertThat(only().state()).isEqualTo(Baseline.State.MEASURING);
    }

    @Test
    void aSilentDeviceHoldsUpWhatNeedsItAndNothingElse() throws Exception {
        Baseline ended = register("on the host", "a model");
        bench.targets.add(new HardwareTargetSpec("silent", PluginSpec.of("host"), "", Instant.EPOCH));
        DraftBuilder draft = SearchBench.draft();
        draft.objectives = List.of(
                new Draft.Objective("accuracy", Optional.empty(), OptionalDouble.empty()),
                new Draft.Objective("latency", Optional.of("silent"), OptionalDouble.empty()));
        id = bench.submit.submit(draft.build()).id();
        register("on the silent one", "a model");

        assertThat(measure.due()).hasSize(2).containsKey("silent");
        measure.due().entrySet().stream()
                .filter(work -> !work.getKey().equals("silent"))
                .findFirst()
                .orElseThrow()
                .getValue()
                .run();

        assertThat(only().state()).isEqualTo(Baseline.State.MEASURING);
        assertThat(baselines.find(ended.id()).orElseThrow().state()).isEqualTo(Baseline.State.MEASURED);
    }

    @Test
    void oneThatWasDeletedOrMeasuredWhileItWaitedForItsTurnIsLeftAlone() throws Exception {
        Baseline deleted = register("deleted", "a model");
        register("measured", "another model");
        Map<String, LongWork> due = measure.due();
        edit.delete(id, deleted.id());
        SearchBench.doAll(due);
        SearchBench.doAll(due);
        assertThat(appraiser.appraised).isEqualTo(1);
    }

    @Test
    void equalModelsShareAFileThatGoesWithTheLast() throws Exception {
        Baseline one = register("one", "a model");
        Baseline two = register("two", "a model");
        assertThat(two.model()).isEqualTo(one.model());
        assertThat(edit.delete(ExperimentId.random(), one.id())).isFalse();
        assertThat(edit.delete(id, one.id())).isTrue();
        assertThat(files.contains(one.model())).isTrue();
        edit.deleteAll(id);
        assertThat(files.contains(one.model())).isFalse();
        assertThat(baselines.of(id)).isEmpty();
    }

    @Test
    void aNameIsTakenOnce() throws Exception {
        register("one", "a model");
        assertThatThrownBy(() -> register("one", "another")).isInstanceOf(BaselineExists.class);
    }

    private Baseline register(String name, String content) throws IOException, InterruptedException {
        Path upload = Files.writeString(folder.resolve("upload"), content);
        return edit.register(id, name, OptionalDouble.of(0.76), upload, edit.look(id, upload));
    }

    private Baseline only() {
        assertThat(baselines.of(id)).hasSize(1);
        return baselines.of(id).get(0);
    }

    private static Measurement accuracy(Baseline baseline) {
        return baseline.measurements().find(MetricKey.of(Metric.ACCURACY)).orElseThrow();
    }

    private static final class Appraiser implements ModelAppraiser {

        private Description description = new Description(List.of(1, 8, 8), 2, 650);
        private boolean interrupted;
        private int appraised;

        @Override
        public Description describe(Path model) {
            return description;
        }

        @Override
        public Measurements appraise(Path model, Optional<String> dataset, long splitSeed) throws InterruptedException {
            appraised++;
            if (interrupted) {
                throw new InterruptedException("the node stops");
            }
            try {
                if (Files.readString(model).startsWith("bad")) {
                    throw new ModelUnfit("OutOfMemory", "the model takes more than 3072 MB of memory");
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return dataset.isPresent()
                    ? Measurements.of(Measurement.measured(Metric.ACCURACY, 0.9))
                    : Measurements.none();
        }
    }
}
