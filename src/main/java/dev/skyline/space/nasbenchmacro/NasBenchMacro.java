package dev.skyline.space.nasbenchmacro;

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
 * The 6,561 architectures of NAS-Bench-Macro in its skeleton, for images of any size. The benchmark's table leaves the
 * bias of the classifier out of its MACs, which here counts as one for each class.
 */
public final class NasBenchMacro implements SearchSpace.Scalable {

    public static final Plugin<Settings, Task, SearchSpace> PLUGIN = new Plugin<>(
            "nas-bench-macro",
            "Eight layers in three stages, each an identity or one of two inverted residuals: 6,561 architectures for"
                    + " images.",
            "Su et al. 2021, Prioritized Architecture Sampling with Monto-Carlo Tree Search, CVPR",
            Settings.class,
            NasBenchMacro::new);

    private final Settings settings;
    private final Task task;
    private final StageNetwork network;

    /** The size of the skeleton; the defaults train fast on small images. */
    public record Settings(
            @Setting(
                    about = "channels of the stem, doubled by each of the three stages; 32 in the benchmark",
                    value = "8",
                    min = 1,
                    max = 256)
            int channels,

            @Setting(
                    about = "channels that the classifier sees; 1280 in the benchmark",
                    value = "128",
                    min = 1,
                    max = 8192)
            int features) {}

    NasBenchMacro(Settings settings, Task task) {
        this(settings, task, 1);
    }

    private NasBenchMacro(Settings settings, Task task, int repeats) {
        if (!(task.input() instanceof Image image)) {
            throw new InvalidSettings(
                    "", "nas-bench-macro needs images, and the samples here are vectors of " + task.input());
        }
        this.settings = settings;
        this.task = task;
        this.network = new StageNetwork(settings.channels(), settings.features(), repeats, image, task.classes());
    }

    @Override
    public Architecture sample(RandomGenerator random) {
        return architecture(Stages.ofIndex(random.nextInt(Stages.COUNT)));
    }

    @Override
    public Architecture parse(String text) {
        return architecture(Stages.parse(text));
    }

    @Override
    public Network decode(Architecture architecture) {
        return network.of(Stages.parse(architecture.text()));
    }

    @Override
    public BigInteger size() {
        return BigInteger.valueOf(Stages.COUNT);
    }

    @Override
    public Architecture mutate(Architecture parent, RandomGenerator random) {
        Stages stages = Stages.parse(parent.text());
        int layer = random.nextInt(Stages.LAYERS);
        int old = stages.layers().get(layer).ordinal();
        int other = random.nextInt(Block.ALL.size() - 1);
        return architecture(stages.with(layer, Block.ALL.get(other < old ? other : other + 1)));
    }

    @Override
    public Architecture crossover(Architecture mother, Architecture father, RandomGenerator random) {
        Stages first = Stages.parse(mother.text());
        Stages second = Stages.parse(father.text());
        List<Block> layers = new ArrayList<>(Stages.LAYERS);
        for (int i = 0; i < Stages.LAYERS; i++) {
            layers.add((random.nextBoolean() ? first : second).layers().get(i));
        }
        return architecture(new Stages(layers));
    }

    @Override
    public Stream<Architecture> all() {
        return IntStream.range(0, Stages.COUNT).mapToObj(i -> architecture(Stages.ofIndex(i)));
    }

    @Override
    public List<Decision> decisions() {
        return Stages.DECISIONS;
    }

    @Override
    public int[] choices(Architecture architecture) {
        return Stages.parse(architecture.text()).layers().stream()
                .mapToInt(Block::ordinal)
                .toArray();
    }

    @Override
    public Optional<Architecture> architecture(int[] choices) {
        return Arrays.stream(choices).anyMatch(choice -> choice == NONE)
                ? Optional.empty()
                : Optional.of(architecture(new Stages(
                        Arrays.stream(choices).mapToObj(Block.ALL::get).toList())));
    }

    /** Each layer stands as often as a depth of one is scaled to, as in EfficientNet: the first time as it is, then residual. */
    @Override
    public Scalable scaled(Scaling scaling) {
        return new NasBenchMacro(
                new Settings(scaling.channels(settings.channels()), scaling.channels(settings.features())),
                scaling.task(task),
                scaling.repeats(1));
    }

    private static Architecture architecture(Stages stages) {
        return new Architecture(ArchitectureId.of(stages.canonicalForm()), stages.text());
    }
}
