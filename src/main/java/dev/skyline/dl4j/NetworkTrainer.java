package dev.skyline.dl4j;

import dev.skyline.dataset.Samples;
import dev.skyline.dataset.Split;
import dev.skyline.estimator.EstimationFailed;
import dev.skyline.estimator.TrainingMonitor;
import dev.skyline.estimator.TrainingResult;
import dev.skyline.estimator.TrainingSettings;
import dev.skyline.metric.Fidelity;
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Network;
import dev.skyline.network.Shape;

/**
 * Trains networks on the calling thread, one at a time. The same arguments give the same weights, bit for bit, where the
 * native library has one thread ({@code OMP_NUM_THREADS=1}).
 */
public final class NetworkTrainer {

    private static final int MEGABYTE = 1 << 20;

    private final long memoryBound;

    /** @param memoryBound bytes of native memory that one training may take */
    public NetworkTrainer(long memoryBound) {
        this.memoryBound = memoryBound;
    }

    /**
     * Trains by mini-batches, validates after each epoch, and tests the epoch that validated best. Nodes without effect
     * are left out, so the result has no weights of them.
     *
     * @param samples images in the network's shape, or a table standardised by the training samples
     * @param settings how to train; its epochs and share of the data give way to the fidelity's
     * @param seed of the first weights, the share of the data, the batches, the augmentation and dropout
     * @param monitor called between any two mini-batches, those of validation and test too
     * @throws EstimationFailed {@code NetworkRefused} where DL4J cannot train the network on these samples, {@code
     *     OutOfMemory} where it would take more than the bound, {@code TrainingDiverged} where the loss is no number
     * @throws InterruptedException as the monitor throws it; nothing is left behind
     */
    public TrainingResult train(
            Network network,
            Samples samples,
            Split split,
            TrainingSettings settings,
            Fidelity fidelity,
            long seed,
            TrainingMonitor monitor)
            throws InterruptedException {
        Network trained = network.withoutDeadNodes();
        requireSamples(split);
        requireFit(trained, samples);
        requireMemory(trained, settings.batchSize());
        try (Training training = new Training(trained, samples, split, settings, fidelity, seed, monitor)) {
            return training.run();
        } catch (OutOfMemoryError e) {
            throw new EstimationFailed("OutOfMemory", "training ran out of memory: " + e.getMessage());
        }
    }

    private static void requireSamples(Split split) {
        if (split.training().length == 0 || split.validation().length == 0 || split.test().length == 0) {
            throw new IllegalArgumentException("a split needs samples to train on, to validate on and to test on");
        }
    }

    private static void requireFit(Network network, Samples samples) {
        if (!(network.output().layer() instanceof Softmax)) {
            throw refused("it must end in softmax, not in " + network.output().layer());
        }
        Shape output = network.shape(network.output().name());
        if (output.elements() != samples.classes()) {
            throw refused("it tells " + output + " classes apart, the samples have " + samples.classes());
        }
        if (network.input().elements() != samples.valuesPerSample()) {
            throw refused("it takes " + network.input() + " values, a sample has " + samples.valuesPerSample());
        }
    }

    private static EstimationFailed refused(String reason) {
        return new EstimationFailed("NetworkRefused", "the network cannot be trained: " + reason);
    }

    private void requireMemory(Network network, int batchSize) {
        long needed = MemoryEstimate.of(network, batchSize);
        if (needed > memoryBound) {
            throw new EstimationFailed(
                    "OutOfMemory",
                    "training would take about %d MB in mini-batches of %d, and may take %d MB"
                            .formatted(needed / MEGABYTE, batchSize, memoryBound / MEGABYTE));
        }
    }
}
