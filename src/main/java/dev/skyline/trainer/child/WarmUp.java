package dev.skyline.trainer.child;

import dev.skyline.dataset.Samples;
import dev.skyline.dataset.Split;
import dev.skyline.dl4j.NetworkTrainer;
import dev.skyline.estimator.EpochReport;
import dev.skyline.estimator.Progress;
import dev.skyline.estimator.TrainingMonitor;
import dev.skyline.estimator.TrainingSettings;
import dev.skyline.metric.Fidelity;
import dev.skyline.network.Layer;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.Shape;

import java.util.List;

/** A training of the smallest kind, which loads the native libraries and the classes that every training needs. */
final class WarmUp {

    private static final int SIDE = 4;
    private static final int SAMPLES = 12;

    private WarmUp() {}

    static void train(NetworkTrainer trainer) {
        Network network = new Network(
                Shape.image(1, SIDE, SIDE),
                List.of(
                        new Node("convolution", new Layer.Convolution(2, 3, 1, true), List.of(Network.INPUT)),
                        new Node("flat", new Layer.Flatten(), List.of("convolution")),
                        new Node("dense", new Layer.Dense(2), List.of("flat")),
                        new Node("probabilities", new Layer.Softmax(), List.of("dense"))));
        int[] labels = new int[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            labels[i] = i % 2;
        }
        Samples samples = Samples.ofImages(1, SIDE * SIDE, 2, labels, new byte[SAMPLES * SIDE * SIDE]);
        TrainingSettings settings = new TrainingSettings(
                1, SAMPLES, 0.001, TrainingSettings.Schedule.CONSTANT, TrainingSettings.Optimizer.ADAM, 0, 0, 0, 1);
        try {
            trainer.train(
                    network,
                    samples,
                    Split.stratified(labels, 2, 1),
                    settings,
                    Fidelity.epochs(1),
                    1,
                    new Undisturbed());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    private static final class Undisturbed implements TrainingMonitor {
        @Override
        public void betweenBatches() {
            // Nobody waits for it.
        }

        @Override
        public Progress.Answer epoch(EpochReport report) {
            return Progress.Answer.CONTINUE;
        }
    }
}
