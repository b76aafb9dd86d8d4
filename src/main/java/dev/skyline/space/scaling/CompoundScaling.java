package dev.skyline.space.scaling;

import dev.skyline.architecture.Architecture;
import dev.skyline.architecture.ArchitectureId;
import dev.skyline.network.Layer.Resize;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.Shape;
import dev.skyline.network.Shape.Image;
import dev.skyline.network.ShapeMismatch;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.Plugin;
import dev.skyline.space.Decision;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.SearchSpace.Scalable;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The architectures of another space at each of several sizes: {@code phi=1;|nor_conv_3x3~0|+|…|}. Step φ multiplies depth,
 * width and resolution by the φ-th powers of their factors. A sample is uniform over φ and as that of the inner space in
 * all else.
 */
public final class CompoundScaling
        implements SearchSpace.Mutable, SearchSpace.Crossable, SearchSpace.Enumerable, SearchSpace.Encodable {

    public static final Plugin<? extends Record, Task, SearchSpace> PLUGIN = new Plugin<>(
            "compound-scaling",
            "Another space for images, where depth, width and resolution of its skeleton, scaled together, are a decision.",
            "Tan and Le 2019, EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks, ICML",
            CompoundScalingSettings.class,
            CompoundScaling::new);

    private static final String PREFIX = "phi=";
    private static final String SEPARATOR = ";";

    private final List<Integer> phis;
    /** One for each φ, of the same architectures. */
    private final List<Scalable> spaces;

    private final Shape input;

    /** An architecture of the inner space, and the index of its φ. */
    private record Scaled(int size, Architecture inner) {}

    CompoundScaling(CompoundScalingSettings settings, Task task) {
        if (!(task.input() instanceof Image)) {
            throw new InvalidSettings(
                    "", "compound-scaling needs images, and the samples here are vectors of " + task.input());
        }
        this.input = task.input();
        this.phis = settings.phi();
        Scalable inner = CompoundScalingSettings.ofInner(
                () -> (Scalable) Spaces.plugins().create(settings.inner(), task));
        this.spaces =
                phis.stream().map(phi -> inner.scaled(settings.scaling(phi))).toList();
        checkLargest();
    }

    /** Refuses what could not hold the activations of any network. */
    private void checkLargest() {
        Scalable largest = spaces.get(spaces.size() - 1);
        try {
            largest.decode(largest.sample(new SplittableRandom(0)));
        } catch (ShapeMismatch e) {
            throw new InvalidSettings("phi", "makes networks that are too large: " + e.getMessage());
        }
    }

    @Override
    public Architecture sample(RandomGenerator random) {
        int size = random.nextInt(phis.size());
        return of(size, base().sample(random));
    }

    @Override
    public Architecture parse(String text) {
        Scaled scaled = read(text);
        return of(scaled.size(), scaled.inner());
    }

    @Override
    public Network decode(Architecture architecture) {
        Scaled scaled = read(architecture.text());
        Network network = spaces.get(scaled.size()).decode(scaled.inner());
        return network.input().equals(input) ? network : resized(network);
    }

    private Network resized(Network network) {
        Image larger = (Image) network.input();
        String resize = "resize";
        List<Node> nodes = new ArrayList<>(network.nodes().size() + 1);
        nodes.add(new Node(resize, new Resize(larger.height(), larger.width()), List.of(Network.INPUT)));
        for (Node node : network.nodes()) {
            List<String> inputs = node.inputs().stream()
                    .map(name -> name.equals(Network.INPUT) ? resize : name)
                    .toList();
            nodes.add(new Node(node.name(), node.layer(), inputs));
        }
        return new Network(input, nodes);
    }

    @Override
    public BigInteger size() {
        return base().size().multiply(BigInteger.valueOf(phis.size()));
    }

    @Override
    public Architecture mutate(Architecture parent, RandomGenerator random) {
        Scaled scaled = read(parent.text());
        long others = IntStream.of(base().choices(scaled.inner()))
                .filter(choice -> choice != NONE)
                .count();
        if (phis.size() > 1 && random.nextLong(others + 1) == 0) {
            int other = random.nextInt(phis.size() - 1);
            return of(other < scaled.size() ? other : other + 1, scaled.inner());
        }
        return of(scaled.size(), base().mutate(scaled.inner(), random));
    }

    @Override
    public Architecture crossover(Architecture mother, Architecture father, RandomGenerator random) {
        Scaled first = read(mother.text());
        Scaled second = read(father.text());
        return of(
                (random.nextBoolean() ? first : second).size(),
                base().crossover(first.inner(), second.inner(), random));
    }

    @Override
    public Stream<Architecture> all() {
        return sizes().flatMap(size -> base().all().map(inner -> of(size, inner)));
    }

    @Override
    public List<Decision> decisions() {
        Stream<Decision> phi = phis.size() == 1
                ? Stream.empty()
                : Stream.of(
                        new Decision("phi", phis.stream().map(Object::toString).toList(), true));
        return Stream.concat(phi, base().decisions().stream()).toList();
    }

    @Override
    public int[] choices(Architecture architecture) {
        Scaled scaled = read(architecture.text());
        IntStream phi = phis.size() == 1 ? IntStream.empty() : IntStream.of(scaled.size());
        return IntStream.concat(phi, IntStream.of(base().choices(scaled.inner())))
                .toArray();
    }

    @Override
    public Optional<Architecture> architecture(int[] choices) {
        boolean isFixed = phis.size() == 1;
        int size = isFixed ? 0 : choices[0];
        int[] rest = isFixed ? choices : Arrays.copyOfRange(choices, 1, choices.length);
        return size == NONE ? Optional.empty() : base().architecture(rest).map(inner -> of(size, inner));
    }

    /** The other sizes, and the neighbours that the inner space has. */
    @Override
    public Stream<Architecture> neighbours(Architecture architecture) {
        Scaled scaled = read(architecture.text());
        return Stream.concat(
                sizes().filter(size -> size != scaled.size()).map(size -> of(size, scaled.inner())),
                base().neighbours(scaled.inner()).map(inner -> of(scaled.size(), inner)));
    }

    private Stream<Integer> sizes() {
        return IntStream.range(0, phis.size()).boxed();
    }

    private Scalable base() {
        return spaces.get(0);
    }

    private Architecture of(int size, Architecture inner) {
        String phi = PREFIX + phis.get(size) + SEPARATOR;
        return new Architecture(ArchitectureId.of(phi + inner.id()), phi + inner.text());
    }

    private Scaled read(String text) {
        for (int size = 0; size < phis.size(); size++) {
            String phi = PREFIX + phis.get(size) + SEPARATOR;
            if (text.startsWith(phi)) {
                return new Scaled(size, base().parse(text.substring(phi.length())));
            }
        }
        throw new IllegalArgumentException("'" + text + "' is outside the space; its texts begin with phi= one of "
                + phis + ", then a semicolon, then a text of the space that is scaled");
    }
}
