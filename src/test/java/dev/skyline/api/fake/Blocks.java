package dev.skyline.api.fake;

import dev.skyline.architecture.Architecture;
import dev.skyline.estimator.Estimate;
import dev.skyline.estimator.EstimatorContext;
import dev.skyline.estimator.PerformanceEstimator;
import dev.skyline.estimator.Progress;
import dev.skyline.estimator.TrainingSettings;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurements;
import dev.skyline.network.Candidate;
import dev.skyline.network.Layer;
import dev.skyline.network.Network;
import dev.skyline.network.Node;

import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.NoSettings;
import dev.skyline.plugin.Plugin;
import dev.skyline.plugin.Plugins;
import dev.skyline.plugin.Setting;
import dev.skyline.search.Catalogue;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Task;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.StrategyContext;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A catalogue of building blocks that can be chosen and described, and do no work. */
final class Blocks {

    private static final String SOURCE = "Elsken et al. 2019, Neural Architecture Search: A Survey";

    private Blocks() {}

    record ChainSettings(
            @Setting(about = "Layers at most", value = "3", min = 1, max = 8)
            int depth,

            @Setting(about = "Units of a layer, one of these", value = "16,32", min = 1, max = 512)
            List<Integer> units) {}

    record TournamentSettings(
            @Setting(about = "Architectures that are kept", value = "20", min = 2, max = 1000)
            int populationSize,

            @Setting(about = "Architectures that compete to be a parent", value = "5", min = 2, max = 1000)
            int sampleSize) {}

    record DeviceSettings(
            @Setting(about = "Samples in one inference", value = "1", min = 1, max = 4096)
            int batchSize,

            @Setting(about = "Threads that share one inference", value = "1", min = 1, max = 256)
            int threads) {}

    static Catalogue catalogue() {
        return new Catalogue(
                new Plugins<>(
                        "search space",
                        List.of(new Plugin<>(
                                "chain",
                                "Dense layers one after the other.",
                                SOURCE,
                                ChainSettings.class,
                                Blocks::chain))),
                new Plugins<>(
                        "search strategy",
                        List.of(
                                strategy("random", NoSettings.class),
                                strategy("regularized-evolution", TournamentSettings.class),
                                strategy("nsga2", TournamentSettings.class))),
                new Plugins<>(
                        "performance estimator",
                        List.of(new Plugin<TrainingSettings, EstimatorContext, PerformanceEstimator>(
                                "training",
                                "Trains the network and validates it after each epoch.",
                                SOURCE,
                                TrainingSettings.class,
                                (settings, context) -> new Idle()))),
                new Plugins<>(
                        "hardware target",
                        List.of(new Plugin<DeviceSettings, String, HardwareTarget>(
                                "host",
                                "This machine, measured under ONNX Runtime.",
                                "https://onnxruntime.ai",
                                DeviceSettings.class,
                                (settings, name) -> candidate -> Measurements.none()))));
    }

    private record Idle() implements PerformanceEstimator {

        @Override
        public Estimate estimate(Candidate candidate, Fidelity fidelity, Progress progress) {
            throw new UnsupportedOperationException("nothing is trained in these tests");
        }

        @Override
        public Fidelity fullFidelity() {
            return Fidelity.epochs(3);
        }
    }

    private static <S extends Record> Plugin<S, StrategyContext, SearchStrategy> strategy(String id, Class<S> settings) {
        SearchStrategy idle = (space, history, count, random) -> List.of();
        return new Plugin<>(id, "Proposes by " + id + ".", SOURCE, settings, (given, context) -> idle);
    }

    private static SearchSpace chain(ChainSettings settings, Task task) {
        if (settings.depth() > task.input().elements()) {
            throw new InvalidSettings("depth", "must be at most the number of inputs, " + task.input().elements());
        }
        return new Chain(task);
    }

    /** Architectures are written {@code 16-32}: the units of each layer. */
    private record Chain(Task task) implements SearchSpace {

        @Override
        public Architecture sample(RandomGenerator random) {
            return parse("16");
        }

        @Override
        public Architecture parse(String text) {
            return Architecture.of(text);
        }

        @Override
        public Network decode(Architecture architecture) {
            List<Node> nodes = new ArrayList<>();
            nodes.add(new Node("flatten", new Layer.Flatten(), List.of(Network.INPUT)));
            String last = "flatten";
            int number = 0;
            for (String units : architecture.text().split("-")) {
                String name = "dense" + ++number;
                nodes.add(new Node(name, new Layer.Dense(Integer.parseInt(units)), List.of(last)));
                nodes.add(new Node(
                        "relu" + number, new Layer.Activation(Layer.Activation.Function.RELU), List.of(name)));
                last = "relu" + number;
            }
            nodes.add(new Node("classes", new Layer.Dense(task.classes()), List.of(last)));
            nodes.add(new Node("softmax", new Layer.Softmax(), List.of("classes")));
            return new Network(task.input(), nodes);
        }

        @Override
        public BigInteger size() {
            return BigInteger.TEN;
        }
    }

}
