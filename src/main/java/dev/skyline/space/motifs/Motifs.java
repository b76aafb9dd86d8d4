package dev.skyline.space.motifs;

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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Motifs of motifs, up to a cell that is stacked in a skeleton, for images. Edges that lead nowhere are no part of the
 * network; a cell without any path is zero. A sample is uniform over what each edge is. A mutation is the paper's
 * (section 3.1), save that the edge always changes. Settings whose networks could have more layers than
 * {@link Network#MAX_NODES} are refused by arithmetic, before anything is drawn.
 */
public final class Motifs implements SearchSpace.Scalable {

    public static final Plugin<? extends Record, Task, SearchSpace> PLUGIN = new Plugin<>(
            "motifs",
            "A hierarchy of small graphs, each made of those of the level below, up to a cell that is stacked; for images.",
            "Liu et al. 2018, Hierarchical Representations for Efficient Architecture Search, ICLR",
            MotifsSettings.class,
            Motifs::new);

    private final MotifsSettings settings;
    private final Task task;
    private final Layout layout;
    private final int[] optionCounts;
    private final MotifNetwork network;

    Motifs(MotifsSettings settings, Task task) {
        if (!(task.input() instanceof Image image)) {
            throw new InvalidSettings("", "motifs needs images, and the samples here are vectors of " + task.input());
        }
        this.settings = settings;
        this.task = task;
        this.layout = new Layout(
                settings.levels(),
                settings.motifs(),
                settings.motifNodes(),
                settings.cellNodes(),
                Primitive.numbers(settings.operations()));
        this.optionCounts = layout.optionCounts();
        this.network = new MotifNetwork(
                settings.stages(), settings.cells(), settings.channels(), settings.merge(), image, task.classes());
        long layers = network.maxLayers(layout.maxCellLayers(settings.merge().layers()));
        if (layers > Network.MAX_NODES) {
            throw new InvalidSettings(
                    "levels",
                    "allow networks of up to %d layers with %d nodes a motif, %d a cell and %d cells; at most %d may be"
                            .formatted(
                                    layers,
                                    settings.motifNodes(),
                                    settings.cellNodes(),
                                    settings.stages() * settings.cells(),
                                    Network.MAX_NODES));
        }
    }

    @Override
    public Architecture sample(RandomGenerator random) {
        return of(IntStream.of(optionCounts).map(random::nextInt).toArray());
    }

    @Override
    public Architecture parse(String text) {
        return hierarchy(text).architecture();
    }

    @Override
    public Network decode(Architecture architecture) {
        return network.of(hierarchy(architecture.text()));
    }

    @Override
    public BigInteger size() {
        return layout.size();
    }

    @Override
    public Architecture mutate(Architecture parent, RandomGenerator random) {
        int[] choices = choices(parent);
        int place = layout.draw(random);
        int other = random.nextInt(optionCounts[place] - 1);
        choices[place] = other < choices[place] ? other : other + 1;
        return of(choices);
    }

    @Override
    public Architecture crossover(Architecture mother, Architecture father, RandomGenerator random) {
        int[] first = choices(mother);
        int[] second = choices(father);
        Arrays.setAll(first, i -> random.nextBoolean() ? first[i] : second[i]);
        return of(first);
    }

    @Override
    public Stream<Architecture> all() {
        return layout.all().map(Hierarchy::architecture);
    }

    @Override
    public List<Decision> decisions() {
        return layout.decisions();
    }

    @Override
    public int[] choices(Architecture architecture) {
        return layout.choices(hierarchy(architecture.text()));
    }

    @Override
    public Optional<Architecture> architecture(int[] choices) {
        return IntStream.of(choices).anyMatch(choice -> choice == NONE) ? Optional.empty() : Optional.of(of(choices));
    }

    @Override
    public Scalable scaled(Scaling scaling) {
        return new Motifs(
                new MotifsSettings(
                        settings.levels(),
                        settings.motifs(),
                        settings.motifNodes(),
                        settings.cellNodes(),
                        settings.operations(),
                        settings.merge(),
                        settings.stages(),
                        scaling.repeats(settings.cells()),
                        scaling.channels(settings.channels())),
                scaling.task(task));
    }

    private Architecture of(int[] choices) {
        return layout.hierarchy(choices).architecture();
    }

    private Hierarchy hierarchy(String text) {
        Hierarchy hierarchy = Hierarchy.parse(text);
        layout.whyNot(hierarchy).ifPresent(message -> {
            throw new IllegalArgumentException(message);
        });
        return hierarchy;
    }
}
