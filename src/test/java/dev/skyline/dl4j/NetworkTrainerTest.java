package dev.skyline.dl4j;

import dev.skyline.dataset.Samples;
import dev.skyline.dataset.Split;
import dev.skyline.estimator.EpochReport;
import dev.skyline.estimator.EstimationFailed;
import dev.skyline.estimator.Progress.Answer;
import dev.skyline.estimator.TrainingMonitor;
import dev.skyline.estimator.TrainingResult;
import dev.skyline.estimator.TrainingSettings;
import dev.skyline.metric.Fidelity;
import dev.skyline.network.Layer.Activation;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.Dropout;
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.ReferenceNetwork;
import dev.skyline.network.Shape;
import dev.skyline.network.Weights;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

class NetworkTrainerTest {

    private static final long GIGABYTE = 1L << 30;
    private static final Bars BARS = Bars.of(600);
    private static final Network CELLS = TestNetworks.cells(Bars.PIXELS, 4, Bars.CLASSES);

    private final NetworkTrainer trainer = new NetworkTrainer(GIGABYTE);

    @Test
    void aSmallNetworkLearnsToTellBarsApart() throws InterruptedException {
        TrainingResult result = train(CELLS, Trainings.ADAM, 5, 1, Trainings.patient());
        assertThat(result.accuracy()).isGreaterThan(0.9);
        assertThat(result.testAccuracy()).isGreaterThan(0.85);
        assertThat(result.loss()).isLessThan(0.5);
        assertThat(result.stoppedEarly()).isFalse();
        assertThat(result.curve()).extracting(EpochReport::epoch).containsExactly(1, 2, 3, 4, 5);
        assertThat(result.curve().get(4).trainingLoss())
                .isLessThan(result.curve().get(0).trainingLoss() / 2);
    }

    @Test
    void itLearnsFromShiftedImagesAndByGradientDescentToo() throws InterruptedException {
        TrainingResult shifted = train(CELLS, Trainings.withShift(Trainings.ADAM, 1), 5, 1, Trainings.patient());
        assertThat(shifted.accuracy()).isGreaterThan(0.8);
        TrainingResult descended = train(CELLS, Trainings.byGradientDescent(0.05), 5, 1, Trainings.patient());
        assertThat(descended.accuracy()).isGreaterThan(0.8);
    }

    @Test
    void aTableIsLearntByDenseLayersWithDropout() throws InterruptedException {
        Random random = new Random(5);
        int[] labels = random.ints(400, 0, 2).toArray();
        float[] numbers = new float[3 * labels.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = 100 + (float) random.nextGaussian() + (i % 3 == 0 ? 4 * labels[i / 3] : 0);
        }
        Split split = Split.stratified(labels, 2, 1);
        Samples samples = Samples.ofTable(3, 2, labels, numbers).standardizedBy(split.training());
        Network network = new Network(
                Shape.features(3),
                List.of(
                        new Node("hidden", new Dense(8), List.of(Network.INPUT)),
                        new Node("tanh", new Activation(Activation.Function.TANH), List.of("hidden")),
                        new Node("dropout", new Dropout(0.2), List.of("tanh")),
                        new Node("scores", new Dense(2), List.of("dropout")),
                        new Node("softmax", new Softmax(), List.of("scores"))));
        TrainingResult result =
                trainer.train(network, samples, split, Trainings.ADAM, Fidelity.epochs(10), 1, Trainings.patient());
        assertThat(result.accuracy()).isGreaterThan(0.95);
    }

    @Test
    void theWeightsAreThoseOfTheEpochThatValidatedBest() throws InterruptedException {
        TrainingSettings restless = Trainings.byGradientDescent(1);
        TrainingResult result = train(CELLS, restless, 40, 1, Trainings.stoppingAtFirstFall());
        double best =
                result.curve().stream().mapToDouble(EpochReport::accuracy).max().orElseThrow();
        assertThat(result.stoppedEarly())
                .as("the last epoch is worse than the best")
                .isTrue();
        assertThat(result.accuracy()).isEqualTo(best);
        double[] reference = referenceScore(
                CELLS.withoutDeadNodes(), result.weights(), BARS.split().validation());
        assertThat(reference[0]).isCloseTo(result.accuracy(), within(1e-9));
        assertThat(reference[1]).isCloseTo(result.loss(), within(1e-4));
        assertThat(referenceScore(CELLS, result.weights(), BARS.split().test())[0])
                .isCloseTo(result.testAccuracy(), within(1e-9));
    }

    /** Accuracy and loss by the reference. */
    private static double[] referenceScore(Network network, Weights weights, int[] numbers) {
        double[] score = new double[2];
        for (int number : numbers) {
            float[] sample = new float[BARS.samples().valuesPerSample()];
            BARS.samples().copyTo(number, sample, 0);
            double[] output = ReferenceNetwork.output(network, weights, sample);
            double right = output[BARS.samples().label(number)];
            boolean largest = true;
            for (double probability : output) {
                largest &= probability <= right;
            }
            score[0] += largest ? 1.0 / numbers.length : 0;
            score[1] -= Math.log(right) / numbers.length;
        }
        return score;
    }

    @Test
    void theSameSeedGivesTheSameWeightsBitForBit() throws InterruptedException {
        TrainingSettings shifting = Trainings.withShift(Trainings.ADAM, 2);
        TrainingResult first = train(CELLS, shifting, 2, 7, Trainings.patient());
        TrainingResult second = train(CELLS, shifting, 2, 7, Trainings.patient());
        TrainingResult other = train(CELLS, shifting, 2, 8, Trainings.patient());
        assertThat(kernel(second)).containsExactly(kernel(first));
        assertThat(second.loss()).isEqualTo(first.loss());
        assertThat(kernel(other)).isNotEqualTo(kernel(first));
    }

    private static float[] kernel(TrainingResult result) {
        return result.weights().get("scores", Weights.KERNEL);
    }

    @Test
    void aTrainingThatIsInterruptedLeavesTheNextOneAsItWouldBe() throws InterruptedException {
        TrainingResult undisturbed = train(CELLS, Trainings.ADAM, 2, 3, Trainings.patient());
        for (int call : new int[] {1, 5, 14, 20}) {
            assertThatThrownBy(() -> train(CELLS, Trainings.ADAM, 2, 3, Trainings.interruptingAt(call)))
                    .as("interrupted at batch %d", call)
                    .isInstanceOf(InterruptedException.class);
        }
        assertThat(kernel(train(CELLS, Trainings.ADAM, 2, 3, Trainings.patient())))
                .containsExactly(kernel(undisturbed));
    }

    @Test
    void theMonitorIsAskedBeforeEachBatchOfTrainingValidationAndTest() throws InterruptedException {
        int[] calls = {0};
        train(CELLS, Trainings.ADAM, 2, 1, new TrainingMonitor() {
            @Override
            public void betweenBatches() {
                calls[0]++;
            }

            @Override
            public Answer epoch(EpochReport report) {
                return Answer.CONTINUE;
            }
        });
        Split split = BARS.split();
        int expected = 2 * (batches(split.training()) + batches(split.validation())) + batches(split.test());
        assertThat(calls[0]).isEqualTo(expected);
    }

    private static int batches(int[] numbers) {
        return (numbers.length + 31) / 32;
    }

    @Test
    void aMonitorThatHasSeenEnoughEndsTheTraining() throws InterruptedException {
        TrainingResult result = train(CELLS, Trainings.ADAM, 5, 1, Trainings.stoppingAfter(2));
        assertThat(result.stoppedEarly()).isTrue();
        assertThat(result.curve()).hasSize(2);
    }

    @Test
    void patienceEndsATrainingThatNoLongerImproves() throws InterruptedException {
        TrainingSettings standstill = Trainings.withPatience(Trainings.byGradientDescent(1e-7), 2);
        TrainingResult result =
                train(TestNetworks.leNet(Bars.PIXELS, Bars.CLASSES), standstill, 30, 1, Trainings.patient());
        assertThat(result.curve().size()).isLessThan(30);
        assertThat(result.stoppedEarly()).isFalse();
    }

    @Test
    void pausesDoNotCountAsTraining() throws InterruptedException {
        long before = System.nanoTime();
        TrainingResult result = train(CELLS, Trainings.ADAM, 1, 1, new TrainingMonitor() {
            @Override
            public void betweenBatches() throws InterruptedException {
                Thread.sleep(20);
            }

            @Override
            public Answer epoch(EpochReport report) {
                return Answer.CONTINUE;
            }
        });
        double wall = (System.nanoTime() - before) / 1e9;
        int pauses = batches(BARS.split().training())
                + batches(BARS.split().validation())
                + batches(BARS.split().test());
        assertThat(result.seconds()).isPositive().isLessThanOrEqualTo(wall - 0.02 * pauses);
    }

    @Test
    void aLossThatIsNoNumberFailsTheTraining() {
        EstimationFailed failed = catchThrowableOfType(
                EstimationFailed.class,
                () -> train(
                        TestNetworks.leNet(Bars.PIXELS, Bars.CLASSES),
                        Trainings.byGradientDescent(10),
                        5,
                        1,
                        Trainings.patient()));
        assertThat(failed.code()).isEqualTo("TrainingDiverged");
        assertThat(failed).hasMessageContaining("epoch");
    }

    @Test
    void aNetworkThatDoesNotFitTheBoundIsRefusedBeforeAnythingIsAllocated() {
        Network giant = new Network(
                Shape.image(1, Bars.PIXELS, Bars.PIXELS),
                List.of(
                        new Node("flatten", new dev.skyline.network.Layer.Flatten(), List.of(Network.INPUT)),
                        new Node("hidden", new Dense(30_000), List.of("flatten")),
                        new Node("deeper", new Dense(100_000), List.of("hidden")),
                        new Node("scores", new Dense(Bars.CLASSES), List.of("deeper")),
                        new Node("softmax", new Softmax(), List.of("scores"))));
        EstimationFailed failed = catchThrowableOfType(
                EstimationFailed.class, () -> train(giant, Trainings.ADAM, 1, 1, Trainings.patient()));
        assertThat(failed.code()).isEqualTo("OutOfMemory");
        assertThat(failed).hasMessageContaining("57").hasMessageContaining("1024 MB");
    }

    @Test
    void aNetworkForOtherSamplesIsRefused() {
        requireRefused(TestNetworks.cells(Bars.PIXELS, 4, 7), "7 classes");
        requireRefused(TestNetworks.cells(5, 4, Bars.CLASSES), "64");
        Network endless = new Network(CELLS.input(), CELLS.nodes().subList(0, 2));
        requireRefused(endless, "softmax");
    }

    private void requireRefused(Network network, String reason) {
        EstimationFailed failed = catchThrowableOfType(
                EstimationFailed.class, () -> train(network, Trainings.ADAM, 1, 1, Trainings.patient()));
        assertThat(failed.code()).isEqualTo("NetworkRefused");
        assertThat(failed).hasMessageContaining(reason);
    }

    @Test
    void aShareOfTheDataTakesAShareOfTheBatches() throws InterruptedException {
        TrainingResult result = trainer.train(
                CELLS, BARS.samples(), BARS.split(), Trainings.ADAM, new Fidelity(1, 0.1), 1, Trainings.patient());
        assertThat(result.curve()).hasSize(1);
        TrainingResult whole = train(CELLS, Trainings.ADAM, 1, 1, Trainings.patient());
        assertThat(result.accuracy()).isLessThan(whole.accuracy());
    }

    private TrainingResult train(
            Network network, TrainingSettings settings, int epochs, long seed, TrainingMonitor monitor)
            throws InterruptedException {
        return trainer.train(network, BARS.samples(), BARS.split(), settings, Fidelity.epochs(epochs), seed, monitor);
    }
}
