package dev.skyline.trainer;

import dev.skyline.estimator.EstimatorContext;
import dev.skyline.estimator.Progress;
import dev.skyline.export.Agreement;
import dev.skyline.export.ExportFailed;
import dev.skyline.export.ExportOrder;
import dev.skyline.export.ModelWorkshop;
import dev.skyline.metric.Fidelity;
import dev.skyline.network.Candidate;
import dev.skyline.network.Network;
import dev.skyline.onnx.StoredModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A network is trained on digits in a child, and exported in another. */
@Timeout(180)
class ExportInAChildTest {

    private static final Candidate CANDIDATE = DigitsTraining.candidate(4, 16, 5);

    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

    private static ExportWorkshop workshop;
    private static EstimatorContext digits;
    private static Path model;

    @BeforeAll
    static void trainOne() throws IOException, InterruptedException {
        digits = DigitsTraining.importDigits(data);
        TrainerSettings settings = DigitsTraining.settings(1, data);
        MeasurementGate gate = new MeasurementGate(settings.quietLimit());
        workshop = new ExportWorkshop(settings, gate, data);
        try (TrainerPool pool = new TrainerPool(settings, gate)) {
            model = new TrainingEstimator(pool, DigitsTraining.SETTINGS, digits, data)
                    .estimate(CANDIDATE, Fidelity.epochs(2), Progress.ignored())
                    .model()
                    .orElseThrow();
        }
    }

    @AfterAll
    static void endChildren() {
        workshop.close();
    }

    @Test
    void theFilesAreMadeAndAgreeOn64Samples() throws Exception {
        Agreement agreement = workshop.make(
                order(CANDIDATE.network(), digits.data().orElseThrow().hash(), true), folder);
        assertThat(agreement.samples()).isEqualTo(64);
        assertThat(agreement.holds()).isTrue();
        assertThat(folder)
                .isDirectoryContaining(file -> file.endsWith(ModelWorkshop.DL4J))
                .isDirectoryContaining(file -> file.endsWith(ModelWorkshop.WEIGHTS));
        assertThat(StoredModel.read(folder.resolve(ModelWorkshop.ONNX)).metadata())
                .containsEntry("trial", "7")
                .containsEntry("dataset", "digits")
                .containsKeys("classes", "preprocessing", "architecture");
        assertThat(Files.readString(folder.resolve("Trial7Network.java"))).contains("public final class Trial7Network");
        assertThat(Files.readString(folder.resolve(ModelWorkshop.PREPROCESSING)))
                .contains("\"scale\"");
    }

    @Test
    void aModelOfAnotherNetworkIsRefused() {
        Network other = DigitsTraining.candidate(5, 16, 5).network();
        assertThatThrownBy(() ->
                        workshop.make(order(other, digits.data().orElseThrow().hash(), false), folder))
                .isInstanceOf(ExportFailed.class)
                .hasMessageContaining("has no conv/kernel");
    }

    @Test
    void withoutTheDataSetNothingCanBeProved() {
        assertThatThrownBy(() -> workshop.make(order(CANDIDATE.network(), "0".repeat(64), false), folder))
                .isInstanceOfSatisfying(
                        ExportFailed.class,
                        failure -> assertThat(failure.code()).isEqualTo("DatasetGone"));
    }

    private static ExportOrder order(Network network, String dataset, boolean fold) {
        return new ExportOrder(
                model,
                network,
                dataset,
                fold,
                Map.of("trial", "7", "experimentName", "digits */ \\u002a/"),
                "Trial7Network");
    }
}
