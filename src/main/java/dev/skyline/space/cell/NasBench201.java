package dev.skyline.space.cell;

import dev.skyline.architecture.Architecture;
import dev.skyline.architecture.ArchitectureId;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The 15,625 cells of NAS-Bench-201 (Dong and Yang, ICLR 2020) in its skeleton, for images of any size. An
 * architecture's text is the benchmark's own; isomorphic cells share an identity.
 */
public final class NasBench201 implements SearchSpace.Scalable, SearchSpace.PathEncodable {

    public static final Plugin<Settings, Task, SearchSpace> PLUGIN = new Plugin<>(
            "nas-bench-201",
            "A cell of four nodes and five operations, stacked in three stages: 15,625 architectures for images.",
            "Dong and Yang 2020, NAS-Bench-201: Extending the Scope of Reproducible Neural Architecture Search, ICLR",
            Settings.class,
            NasBench201::new);

    private final Settings settings;
    private final Task task;
    private final CellNetwork network;

    /** The size of the skeleton; the defaults train fast on small images, the benchmark's own are 5 and 16. */
    public record Settings(
            @Setting(about = "cells in each of the three stages; 5 in the benchmark", value = "1", min = 1, max = 20)
            int cells,

            @Setting(
                    about = "channels of the first stage, doubled in the second and third; 16 in the benchmark",
                    value = "8",
                    min = 1,
                    max = 256)
            int channels,

            @Setting(
                    about = "nodes of the cell; 4 in the benchmark, 3 make 125 cells",
                    value = "4",
                    min = 3,
                    max = Cell.MOST_NODES)
            int nodes) {}

    NasBench201(Settings settings, Task task) {
        if (!(task.input() instanceof Image image)) {
            throw new InvalidSettings(
                    "", "nas-bench-201 needs images, and the samples here are vectors of " + task.input());
        }
        this.settings = settings;
        this.task = task;
        this.network = new CellNetwork(settings.cells(), settings.channels(), image, task.classes());
    }

    @Override
    public Architecture sample(RandomGenerator random) {
        return architecture(Cell.ofIndex(settings.nodes(), random.nextInt(Cell.count(settings.nodes()))));
    }

    @Override
    public Architecture parse(String text) {
        return architecture(Cell.parse(settings.nodes(), text));
    }

    @Override
    public Network decode(Architecture architecture) {
        return network.of(Cell.parse(settings.nodes(), architecture.text()));
    }

    @Override
    public BigInteger size() {
        return BigInteger.valueOf(Cell.count(settings.nodes()));
    }

    @Override
    public Architecture mutate(Architecture parent, RandomGenerator random) {
        Cell cell = Cell.parse(settings.nodes(), parent.text());
        int edge = random.nextInt(Cell.edges(settings.nodes()));
        int old = cell.edges().get(edge).ordinal();
        int other = random.nextInt(CellOperation.ALL.size() - 1);
        return architecture(cell.with(edge, CellOperation.ALL.get(other < old ? other : other + 1)));
    }

    @Override
    public Architecture crossover(Architecture mother, Architecture father, RandomGenerator random) {
        Cell first = Cell.parse(settings.nodes(), mother.text());
        Cell second = Cell.parse(settings.nodes(), father.text());
        List<CellOperation> edges = new ArrayList<>(Cell.edges(settings.nodes()));
        for (int i = 0; i < Cell.edges(settings.nodes()); i++) {
            edges.add((random.nextBoolean() ? first : second).edges().get(i));
        }
        return architecture(new Cell(edges));
    }

    @Override
    public Stream<Architecture> all() {
        return IntStream.range(0, Cell.count(settings.nodes()))
                .mapToObj(i -> architecture(Cell.ofIndex(settings.nodes(), i)));
    }

    @Override
    public List<Decision> decisions() {
        return Cell.decisions(settings.nodes());
    }

    @Override
    public int[] choices(Architecture architecture) {
        return Cell.parse(settings.nodes(), architecture.text()).edges().stream()
                .mapToInt(CellOperation::ordinal)
                .toArray();
    }

    @Override
    public Optional<Architecture> architecture(int[] choices) {
        return Arrays.stream(choices).anyMatch(choice -> choice == NONE)
                ? Optional.empty()
                : Optional.of(architecture(new Cell(
                        Arrays.stream(choices).mapToObj(CellOperation.ALL::get).toList())));
    }

    @Override
    public double[] encodePaths(Architecture architecture) {
        return Paths.of(Cell.parse(settings.nodes(), architecture.text()));
    }

    @Override
    public Scalable scaled(Scaling scaling) {
        return new NasBench201(
                new Settings(
                        scaling.repeats(settings.cells()), scaling.channels(settings.channels()), settings.nodes()),
                scaling.task(task));
    }

    private static Architecture architecture(Cell cell) {
        return new Architecture(ArchitectureId.of(cell.canonicalForm()), cell.text());
    }
}
