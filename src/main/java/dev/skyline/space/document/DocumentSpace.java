package dev.skyline.space.document;

import dev.skyline.architecture.Architecture;
import dev.skyline.architecture.ArchitectureId;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.GlobalPooling;
import dev.skyline.network.Layer.Softmax;
import dev.skyline.network.Network;
import dev.skyline.network.NetworkHash;
import dev.skyline.network.Shape.Image;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.space.Decision;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Task;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The architectures that a document describes, for a task. A sample is uniform over the options of each decision that
 * applies, taken in their order, and so not over architectures: those under a rare choice with much below it are drawn
 * less often each. Architectures share an identity where their networks have one hash.
 */
public final class DocumentSpace
        implements SearchSpace.Mutable, SearchSpace.Crossable, SearchSpace.Enumerable, SearchSpace.Encodable {

    /** Where the path of a fault begins. */
    public static final String ROOT = "document";

    private final Unrolled document;
    private final Decisions decisions;
    private final Task task;
    private final BigInteger size;

    private DocumentSpace(Unrolled document, Task task, BigInteger size) {
        this.document = document;
        this.decisions = document.decisions();
        this.task = task;
        this.size = size;
    }

    /**
     * Reads a document and checks all that can be chosen against the task.
     *
     * @throws InvalidSettings that names the place at fault: {@code document.stages[1].layers[0].kernel}
     */
    public static DocumentSpace of(Map<String, Object> document, Task task) {
        Unrolled unrolled = Unroller.read(new Place(ROOT, document));
        BigInteger size = size(unrolled);
        Exploration.check(unrolled, task.input());
        return new DocumentSpace(unrolled, task, size);
    }

    /**
     * Checks what can be checked of a document without a task.
     *
     * @return number of architectures
     * @throws InvalidSettings that names the place at fault
     */
    public static BigInteger check(Map<String, Object> document) {
        return size(Unroller.read(new Place(ROOT, document)));
    }

    private static BigInteger size(Unrolled document) {
        BigInteger size = Counting.count(document.decisions());
        if (size.equals(BigInteger.ONE)) {
            throw new InvalidSettings(ROOT, "leaves a single architecture, and nothing to search");
        }
        return size;
    }

    @Override
    public Architecture sample(RandomGenerator random) {
        return architectureOf(decisions.sample(random));
    }

    @Override
    public Architecture parse(String text) {
        return architectureOf(decisions.parse(text));
    }

    @Override
    public Network decode(Architecture architecture) {
        return network(choices(architecture));
    }

    @Override
    public BigInteger size() {
        return size;
    }

    @Override
    public Architecture mutate(Architecture parent, RandomGenerator random) {
        return architectureOf(decisions.mutate(choices(parent), random));
    }

    @Override
    public Architecture crossover(Architecture mother, Architecture father, RandomGenerator random) {
        return architectureOf(decisions.cross(choices(mother), choices(father), random));
    }

    @Override
    public Stream<Architecture> all() {
        return Stream.iterate(
                        Optional.of(decisions.first()), Optional::isPresent, choices -> decisions.next(choices.get()))
                .map(choices -> architectureOf(choices.get()));
    }

    @Override
    public List<Decision> decisions() {
        return decisions.slots().stream().map(Slot::decision).toList();
    }

    @Override
    public int[] choices(Architecture architecture) {
        return decisions.parse(architecture.text());
    }

    @Override
    public Optional<Architecture> architecture(int[] choices) {
        return decisions.completed(choices).map(this::architectureOf);
    }

    private Architecture architectureOf(int[] choices) {
        return new Architecture(ArchitectureId.of(NetworkHash.of(network(choices))), decisions.text(choices));
    }

    private Network network(int[] choices) {
        Graph graph = Graph.ofNodes();
        Tensor last = document.stages().build(graph, "", new Tensor(Network.INPUT, task.input()), choices);
        Tensor features =
                last.shape() instanceof Image ? graph.add("classifier.pool", new GlobalPooling(), last) : last;
        graph.add("softmax", new Softmax(), graph.add("classifier", new Dense(task.classes()), features));
        return new Network(task.input(), graph.nodes());
    }
}
