package dev.skyline.trainer;

import dev.skyline.architecture.Architecture;
import dev.skyline.dataset.Dataset;
import dev.skyline.dataset.DatasetFiles;
import dev.skyline.dataset.InMemoryDatasets;
import dev.skyline.dataset.importing.Digits;
import dev.skyline.dataset.importing.ImportDataset;
import dev.skyline.dataset.importing.ImportLimits;
import dev.skyline.estimator.EstimatorContext;
import dev.skyline.estimator.TrainingSettings;
import dev.skyline.network.Candidate;
import dev.skyline.network.Layer;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.Shape;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Real trainings of small networks on the digits that come with Skyline, in children of the real kind. */
final class DigitsTraining {

    static final TrainingSettings SETTINGS = new TrainingSettings(
            5, 64, 0.01, TrainingSettings.Schedule.COSINE, TrainingSettings.Optimizer.ADAM, 1e-4, 0, 0, 1);

    private static final int CLASSES = 10;

    private DigitsTraining() {}

    /** Lays the digits into the data directory. */
    static EstimatorContext importDigits(Path dataDirectory) throws IOException {
        DatasetFiles files = new DatasetFiles(dataDirectory);
        InMemoryDatasets datasets = new InMemoryDatasets();
        ImportDataset importing = new ImportDataset(datasets, files, ImportLimits.DEFAULT, Clock.systemUTC());
        Dataset digits = new Digits(datasets, files, importing).dataset();
        return EstimatorContext.of(
                new EstimatorContext.Data(
                        digits.name(), digits.content().hash(), digits.content().classNames()),
                1);
    }

    /** Children share the cache that JavaCPP has anyway, so that a test need not unpack 400 MB. */
    static TrainerSettings settings(int slots, Path folder) {
        return TrainerSettings.defaults(
                slots,
                Duration.ofMinutes(2),
                Path.of(System.getProperty("user.home"), ".javacpp", "cache"),
                folder.resolve("crashes"),
                folder.resolve("scratch"));
    }

    /** A convolution, a dense layer of this width, and what must be between and after them. */
    static Candidate candidate(int filters, int units, long seed) {
        Network network = new Network(
                Shape.image(1, 8, 8),
                List.of(
                        new Node("conv", new Layer.Convolution(filters, 3, 1, false), List.of(Network.INPUT)),
                        new Node("norm", new Layer.BatchNorm(), List.of("conv")),
                        new Node("relu", new Layer.Activation(Layer.Activation.Function.RELU), List.of("norm")),
                        new Node("pool", new Layer.Pooling(Layer.Pooling.Kind.MAX, 2, 2), List.of("relu")),
                        new Node("flat", new Layer.Flatten(), List.of("pool")),
                        new Node("wide", new Layer.Dense(units), List.of("flat")),
                        new Node("relu2", new Layer.Activation(Layer.Activation.Function.RELU), List.of("wide")),
                        new Node("scores", new Layer.Dense(CLASSES), List.of("relu2")),
                        new Node("probabilities", new Layer.Softmax(), List.of("scores"))));
        Architecture architecture = Architecture.of("conv" + filters + "-dense" + units);
        return new Candidate(architecture, network, seed, Optional.empty());
    }
}
