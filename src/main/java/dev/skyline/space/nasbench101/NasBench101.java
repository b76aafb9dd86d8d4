package dev.skyline.space.nasbench101;

import dev.skyline.architecture.Architecture;
import dev.skyline.network.Network;
import dev.skyline.network.Shape.Image;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.Plugin;
import dev.skyline.plugin.Setting;
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
 * The 423,624 cells of NAS-Bench-101 in its skeleton, for images of any size. An architecture is a class of isomorphic
 * graphs: a text of any of them, unused vertices included, parses to the one that the benchmark trained. A sample is
 * uniform over architectures. An identity is the beginning of the benchmark's own hash.
 */
public final class NasBench101 implements SearchSpace.Scalable, SearchSpace.PathEncodable {

    public static final Plugin<Settings, Task, SearchSpace> PLUGIN = new Plugin<>(
            "nas-bench-101",
            "A cell of any graph of up to seven vertices and three operations, stacked: 423,624 architectures for images.",
            "Ying et al. 2019, NAS-Bench-101: Towards Reproducible Neural Architecture Search, ICML",
            Settings.class,
            NasBench101::new);

    private final Settings settings;
    private final Task task;
    private final Wirings wirings;
    private final Encoding encoding;
    private final CellNetwork network;

    /** The bounds of the cell and the size of the skeleton; the defaults of the latter train fast on small images. */
    public record Settings(
            @Setting(
                    about = "most vertices of a cell, its input and output included",
                    value = "7",
                    min = 3,
                    max = Cell.MAX_VERTICES)
            int vertices,

            @Setting(about = "most edges of a cell", value = "9", min = 2, max = Cell.MAX_EDGES)
            int edges,

            @Setting(
                    about = "stacks of cells, each but the first of which halves the image; 3 in the benchmark",
                    value = "3",
                    min = 1,
                    max = 6)
            int stacks,

            @Setting(about = "cells in each stack; 3 in the benchmark", value = "1", min = 1, max = 20)
            int cells,

            @Setting(
                    about = "channels of the first stack, doubled in each that follows; 128 in the benchmark",
                    value = "8",
                    min = Cell.MAX_VERTICES - 2,
                    max = 256)
            int channels) {}

    NasBench101(Settings settings, Task task) {
        if (!(task.input() instanceof Image image)) {
            throw new InvalidSettings(
                    "", "nas-bench-101 needs images, and the samples here are vectors of " + task.input());
        }
        this.settings = settings;
        this.task = task;
        this.wirings = new Wirings(settings.vertices(), settings.edges());
        this.encoding = new Encoding(settings.vertices());
        this.network = new CellNetwork(settings.stacks(), settings.cells(), settings.channels(), image, task.classes());
    }

    @Override
    public Architecture sample(RandomGenerator random) {
        return architecture(wirings.cell(random.nextInt(wirings.count())));
    }

    @Override
    public Architecture parse(String text) {
        return architecture(cell(text));
    }

    @Override
    public Network decode(Architecture architecture) {
        return network.of(cell(architecture.text()));
    }

    @Override
    public BigInteger size() {
        return BigInteger.valueOf(wirings.count());
    }

    @Override
    public Architecture mutate(Architecture parent, RandomGenerator random) {
        return architecture(mutation(parent).apply(random));
    }

    @Override
    public Architecture crossover(Architecture mother, Architecture father, RandomGenerator random) {
        return architecture(new Crossover(settings.edges(), random).of(cell(mother.text()), cell(father.text())));
    }

    @Override
    public Stream<Architecture> all() {
        return wirings.cells().map(NasBench101::architecture);
    }

    @Override
    public List<Decision> decisions() {
        return encoding.decisions();
    }

    @Override
    public int[] choices(Architecture architecture) {
        return encoding.choices(cell(architecture.text()));
    }

    @Override
    public Optional<Architecture> architecture(int[] choices) {
        return encoding.cell(choices).filter(this::contains).map(NasBench101::architecture);
    }

    /** What a mutation reaches; the decisions alone would ask for two edges at once to take a vertex in. */
    @Override
    public Stream<Architecture> neighbours(Architecture architecture) {
        return mutation(architecture).all().map(NasBench101::architecture);
    }

    @Override
    public double[] encodePaths(Architecture architecture) {
        return Paths.of(cell(architecture.text()), settings.vertices());
    }

    @Override
    public Scalable scaled(Scaling scaling) {
        return new NasBench101(
                new Settings(
                        settings.vertices(),
                        settings.edges(),
                        settings.stacks(),
                        scaling.repeats(settings.cells()),
                        scaling.channels(settings.channels())),
                scaling.task(task));
    }

    private Mutation mutation(Architecture parent) {
        return new Mutation(cell(parent.text()), settings.vertices(), settings.edges());
    }

    private boolean contains(Cell cell) {
        return cell.vertices() <= settings.vertices() && cell.edgeCount() <= settings.edges();
    }

    private Cell cell(String text) {
        Cell cell = Draft.read(text)
                .cell()
                .orElseThrow(() ->
                        new IllegalArgumentException("'" + text + "' is no cell: no path leads from input to output"));
        if (!contains(cell)) {
            throw new IllegalArgumentException(
                    "'%s' is outside the space: %d vertices and %d edges lie on paths, and %d and %d may"
                            .formatted(text, cell.vertices(), cell.edgeCount(), settings.vertices(), settings.edges()));
        }
        return cell;
    }

    private static Architecture architecture(Cell cell) {
        return new Architecture(ModuleHash.of(cell), cell.text());
    }
}
