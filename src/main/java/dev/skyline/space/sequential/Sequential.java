package dev.skyline.space.sequential;

import dev.skyline.architecture.Architecture;
import dev.skyline.network.Network;
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
 * Chains of layers, of variable depth. A sample is uniform over each decision in turn, depth first, and so not over
 * architectures: among these, the deepest would be nearly all.
 */
public final class Sequential implements SearchSpace.Scalable {

    public static final Plugin<? extends Record, Task, SearchSpace> PLUGIN = new Plugin<>(
            "sequential",
            "A chain of layers of variable depth: convolutions and poolings for images, dense layers for tables.",
            "Chain-structured spaces: Elsken, Metzen and Hutter 2019, Neural Architecture Search: A Survey, JMLR 20(55)",
            SequentialSettings.class,
            Sequential::new);

    private final Choices choices;
    private final Task task;
    private final Scaling scaling;
    private final Enumeration enumeration;
    private final Encoding encoding;

    Sequential(SequentialSettings settings, Task task) {
        this(Choices.of(settings, task.input()), task, Scaling.NONE);
        if (size().equals(BigInteger.ONE)) {
            throw new InvalidSettings("", "these settings leave a single architecture, and nothing to search");
        }
    }

    private Sequential(Choices choices, Task task, Scaling scaling) {
        this.choices = choices;
        this.task = task;
        this.scaling = scaling;
        this.enumeration = new Enumeration(choices);
        this.encoding = new Encoding(choices);
    }

    @Override
    public Architecture sample(RandomGenerator random) {
        return new Sampling(choices, random).chain().architecture();
    }

    @Override
    public Architecture parse(String text) {
        return chain(text).architecture();
    }

    @Override
    public Network decode(Architecture architecture) {
        return ChainNetwork.of(chain(architecture.text()), task, scaling);
    }

    @Override
    public BigInteger size() {
        return enumeration.size();
    }

    @Override
    public Architecture mutate(Architecture parent, RandomGenerator random) {
        return new Mutation(choices, chain(parent.text()), random).apply().architecture();
    }

    @Override
    public Architecture crossover(Architecture mother, Architecture father, RandomGenerator random) {
        return new Crossover(choices, random)
                .of(chain(mother.text()), chain(father.text()))
                .architecture();
    }

    @Override
    public Stream<Architecture> all() {
        return enumeration.all().map(Chain::architecture);
    }

    @Override
    public List<Decision> decisions() {
        return encoding.decisions();
    }

    @Override
    public int[] choices(Architecture architecture) {
        return encoding.choices(chain(architecture.text()));
    }

    @Override
    public Optional<Architecture> architecture(int[] options) {
        return encoding.chain(options).map(Chain::architecture);
    }

    /** What a mutation reaches: a layer more stands anywhere, not at the end alone, and is any that the space has. */
    @Override
    public Stream<Architecture> neighbours(Architecture architecture) {
        return new Neighbourhood(choices, chain(architecture.text())).all().map(Chain::architecture);
    }

    /**
     * What a text says of filters and units is that of φ = 0. Each convolution stands as often as a depth of one is scaled
     * to.
     */
    @Override
    public Scalable scaled(Scaling larger) {
        choices.filters().forEach(larger::channels);
        choices.units().forEach(larger::channels);
        return new Sequential(choices, larger.task(task), larger);
    }

    private Chain chain(String text) {
        Chain chain = Chain.parse(text);
        choices.whyNot(chain).ifPresent(message -> {
            throw new IllegalArgumentException(message);
        });
        return chain;
    }
}
