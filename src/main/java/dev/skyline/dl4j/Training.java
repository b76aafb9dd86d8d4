package dev.skyline.dl4j;

import dev.skyline.dataset.Samples;
import dev.skyline.dataset.Split;
import dev.skyline.dl4j.MiniBatches.MiniBatch;
import dev.skyline.estimator.EpochReport;
import dev.skyline.estimator.EstimationFailed;
import dev.skyline.estimator.Progress.Answer;
import dev.skyline.estimator.TrainingMonitor;
import dev.skyline.estimator.TrainingResult;
import dev.skyline.estimator.TrainingSettings;
import dev.skyline.metric.Fidelity;
import dev.skyline.network.Network;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One training, from the first mini-batch to the test. */
final class Training implements AutoCloseable {

    private final Samples samples;
    private final Split split;
    private final TrainingSettings settings;
    private final int epochs;
    private final TrainingMonitor monitor;
    private final SplittableRandom random;
    private final int[] order;
    private final TrainingGraph graph;
    private final ParameterUpdate update;
    private final MiniBatches batches;
    private final LearningRate learningRate;
    private final Clock clock = new Clock();
    private long steps;

    Training(
            Network network,
            Samples samples,
            Split split,
            TrainingSettings settings,
            Fidelity fidelity,
            long seed,
            TrainingMonitor monitor) {
        this.samples = samples;
        this.split = split;
        this.settings = settings;
        this.epochs = fidelity.epochs();
        this.monitor = monitor;
        this.random = new SplittableRandom(seed);
        long graphSeed = random.nextLong();
        this.order = TrainingOrder.share(split.training(), fidelity.dataFraction(), samples, random);
        int batchesPerEpoch = (order.length + settings.batchSize() - 1) / settings.batchSize();
        this.learningRate = new LearningRate(
                settings.learningRateSchedule(), settings.learningRate(), (long) epochs * batchesPerEpoch);
        this.graph = new TrainingGraph(network, graphSeed);
        this.update = graph.updatedBy(
                switch (settings.optimizer()) {
                    case ADAM -> new Adam();
                    case SGD -> new Nesterov();
                },
                settings.weightDecay());
        this.batches = new MiniBatches(samples, network.input());
    }

    TrainingResult run() throws InterruptedException {
        List<EpochReport> curve = new ArrayList<>();
        Score best = null;
        int lastRise = 0;
        boolean stopped = false;
        for (int epoch = 1; epoch <= epochs && !stopped && !isHopeless(epoch - 1 - lastRise); epoch++) {
            double trainingLoss = trainOneEpoch(epoch);
            Score score = score(split.validation());
            requireFinite(score.loss(), epoch);
            if (best == null || score.accuracy() > best.accuracy()) {
                lastRise = epoch;
            }
            if (best == null || score.betterThan(best)) {
                best = score;
                graph.keep();
            }
            EpochReport report =
                    new EpochReport(epoch, epochs, trainingLoss, score.loss(), score.accuracy(), clock.seconds());
            curve.add(report);
            stopped = monitor.epoch(report) == Answer.STOP;
        }
        graph.restore();
        double testAccuracy = score(split.test()).accuracy();
        return new TrainingResult(
                graph.weights(), best.accuracy(), best.loss(), testAccuracy, clock.seconds(), curve, stopped);
    }

    private boolean isHopeless(int epochsWithoutRise) {
        return settings.patience() > 0 && epochsWithoutRise >= settings.patience();
    }

    private double trainOneEpoch(int epoch) throws InterruptedException {
        TrainingOrder.shuffle(order, random);
        double sum = 0;
        for (int from = 0, size; from < order.length; from += size) {
            size = Math.min(settings.batchSize(), order.length - from);
            clock.pause(monitor);
            MiniBatch batch = batches.load(order, from, size, settings.shift(), random);
            double loss = graph.backpropagate(batch);
            requireFinite(loss, epoch);
            update.apply(learningRate.at(steps++), size);
            sum += loss * size;
        }
        return sum / order.length;
    }

    private Score score(int[] numbers) throws InterruptedException {
        int right = 0;
        double loss = 0;
        for (int from = 0, size; from < numbers.length; from += size) {
            size = Math.min(settings.batchSize(), numbers.length - from);
            clock.pause(monitor);
            float[] probabilities = graph.probabilities(batches.load(numbers, from, size));
            for (int i = 0; i < size; i++) {
                int label = samples.label(numbers[from + i]);
                int first = i * samples.classes();
                right += isLargest(probabilities, first, first + label) ? 1 : 0;
                loss -= Math.log(Math.max(probabilities[first + label], Float.MIN_NORMAL));
            }
        }
        return new Score((double) right / numbers.length, loss / numbers.length);
    }

    /** Strictly, so that a graph that gives the same for all classes is never right. */
    private boolean isLargest(float[] probabilities, int first, int label) {
        for (int i = first; i < first + samples.classes(); i++) {
            if (i != label && !(probabilities[i] < probabilities[label])) {
                return false;
            }
        }
        return true;
    }

    private static void requireFinite(double loss, int epoch) {
        if (!Double.isFinite(loss)) {
            throw new EstimationFailed(
                    "TrainingDiverged",
                    "the loss became " + loss + " in epoch " + epoch + "; a smaller learning rate may help");
        }
    }

    @Override
    public void close() {
        batches.close();
        update.close();
        graph.close();
    }
}
