package dev.skyline.space.darts;

import dev.skyline.architecture.Architecture;
import dev.skyline.network.Network;
import dev.skyline.network.Shape.Image;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.Plugin;
import dev.skyline.space.Decision;
import dev.skyline.space.Scaling;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Task;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The pairs of cells that DARTS searches, in its skeleton, for images. An architecture's text is the authors' genotype;
 * genotypes whose cells differ only in the order of their nodes share an identity. A sample is uniform over genotypes. The
 * size counts genotypes, the two inputs of a node unordered, each order of the nodes for itself: (180 · 8⁸)² as published,
 * where {@code none} is an option as any other.
 */
public final class Darts implements SearchSpace.Scalable {

    public static final Plugin<? extends Record, Task, SearchSpace> PLUGIN = new Plugin<>(
            "darts",
            "A normal and a reduction cell of nodes with two inputs each, stacked: about 10¹⁹ architectures for images.",
            "Liu, Simonyan and Yang 2019, DARTS: Differentiable Architecture Search, ICLR",
            DartsSettings.class,
            Darts::new);

    private final DartsSettings settings;
    private final Task task;
    private final Choices choices;
    private final Encoding encoding;
    private final DartsNetwork network;

    Darts(DartsSettings settings, Task task) {
        if (!(task.input() instanceof Image image)) {
            throw new InvalidSettings("", "darts needs images, and the samples here are vectors of " + task.input());
        }
        List<Operation> operations = settings.operations().stream()
                .map(Operation::find)
                .flatMap(Optional::stream)
                .toList();
        if (operations.equals(List.of(Operation.NONE))) {
            throw new InvalidSettings("operations", "must hold another operation than none");
        }
        this.settings = settings;
        this.task = task;
        this.choices = new Choices(settings.nodes(), operations);
        this.encoding = new Encoding(choices);
        this.network = new DartsNetwork(settings.cells(), settings.channels(), settings.stem(), image, task.classes());
        if (choices.cells() == 1) {
            throw new InvalidSettings("", "these settings leave a single architecture, and nothing to search");
        }
    }

    @Override
    public Architecture sample(RandomGenerator random) {
        return new Genotype(choices.draw(random), choices.draw(random)).architecture();
    }

    @Override
    public Architecture parse(String text) {
        return genotype(text).architecture();
    }

    @Override
    public Network decode(Architecture architecture) {
        return network.of(genotype(architecture.text()));
    }

    @Override
    public BigInteger size() {
        return BigInteger.valueOf(choices.cells()).pow(2);
    }

    @Override
    public Architecture mutate(Architecture parent, RandomGenerator random) {
        return new Mutation(choices, genotype(parent.text())).apply(random).architecture();
    }

    @Override
    public Architecture crossover(Architecture mother, Architecture father, RandomGenerator random) {
        return new Crossover(random)
                .of(genotype(mother.text()), genotype(father.text()))
                .architecture();
    }

    @Override
    public Stream<Architecture> all() {
        return choices.all().map(Genotype::architecture);
    }

    @Override
    public List<Decision> decisions() {
        return encoding.decisions();
    }

    @Override
    public int[] choices(Architecture architecture) {
        return encoding.choices(genotype(architecture.text()));
    }

    @Override
    public Optional<Architecture> architecture(int[] options) {
        return encoding.genotype(options).map(Genotype::architecture);
    }

    /** What a mutation reaches: an edge that takes another source keeps its operation. */
    @Override
    public Stream<Architecture> neighbours(Architecture architecture) {
        return new Mutation(choices, genotype(architecture.text())).all().map(Genotype::architecture);
    }

    @Override
    public Scalable scaled(Scaling scaling) {
        return new Darts(
                new DartsSettings(
                        settings.nodes(),
                        settings.operations(),
                        scaling.repeats(settings.cells()),
                        scaling.channels(settings.channels()),
                        settings.stem()),
                scaling.task(task));
    }

    private Genotype genotype(String text) {
        Genotype genotype = Genotype.parse(text);
        Stream.of(genotype.normal(), genotype.reduction())
                .map(choices::whyNot)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(message -> {
                    throw new IllegalArgumentException(message);
                });
        return genotype;
    }
}
