package dev.skyline.space.scaling;

import dev.skyline.network.Costs;
import dev.skyline.network.Network;
import dev.skyline.network.Shape;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.InvalidSettings.Violation;
import dev.skyline.plugin.Plugin;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.plugin.SettingsSchema;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.SearchSpaceContract;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CompoundScalingTest extends SearchSpaceContract {

    private static final Task CIFAR10 = new Task(Shape.image(3, 32, 32), 10);
    private static final String DARTS_V2 = "Genotype(normal=[('sep_conv_3x3', 0), ('sep_conv_3x3', 1),"
            + " ('sep_conv_3x3', 0), ('sep_conv_3x3', 1), ('sep_conv_3x3', 1), ('skip_connect', 0),"
            + " ('skip_connect', 0), ('dil_conv_3x3', 2)], normal_concat=[2, 3, 4, 5], reduce=[('max_pool_3x3', 0),"
            + " ('max_pool_3x3', 1), ('skip_connect', 2), ('max_pool_3x3', 1), ('max_pool_3x3', 0), ('skip_connect', 2),"
            + " ('skip_connect', 2), ('max_pool_3x3', 1)], reduce_concat=[2, 3, 4, 5])";

    @Override
    protected String id() {
        return "compound-scaling";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of(
                "space",
                "motifs",
                "settings",
                Map.of("levels", 2, "cellNodes", 3, "operations", List.of("conv_1x1", "identity"), "channels", 3),
                "phi",
                List.of(2, 0, 1),
                "multiple",
                1);
    }

    @Override
    protected Task task() {
        return new Task(Shape.image(1, 8, 8), 10);
    }

    @Override
    protected int differences(String a, String b) {
        return (int) IntStream.range(0, a.length())
                .filter(i -> a.charAt(i) != b.charAt(i))
                .count();
    }

    @Override
    protected boolean isBetween(String child, String mother, String father) {
        return IntStream.range(0, child.length())
                .allMatch(i -> child.charAt(i) == mother.charAt(i) || child.charAt(i) == father.charAt(i));
    }

    @Override
    protected double probability(String text) {
        return 1.0 / 3 / 27;
    }

    @Override
    protected List<String> badTexts() {
        return List.of("1.10", "phi=3;1.10", "phi=;1.10", "phi=1", "phi=1;", "phi=1;7.10", "phi=01;1.10", "PHI=1;1.10");
    }

    @Test
    void everyMutantIsANeighbour() {
        assertEveryMutantIsANeighbour();
    }

    /** At widths where rounding to multiples of 8, and of depths of 5 and more, is fine enough. */
    @ParameterizedTest
    @CsvSource({"nas-bench-201, 5, 64, 8, 3", "nas-bench-201, 5, 32, 1, 3", "darts, 20, 36, 1, 4", "darts, 20, 64, 8, 3"
    })
    void macsAboutDoubleWithEachStep(String space, int cells, int channels, int multiple, int steps) {
        SearchSpace scaled = scaled(
                CIFAR10,
                Map.of(
                        "space",
                        space,
                        "settings",
                        Map.of("cells", cells, "channels", channels),
                        "multiple",
                        multiple,
                        "phi",
                        IntStream.rangeClosed(0, steps).boxed().toList()));
        String cell = space.equals("darts")
                ? DARTS_V2
                : "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_1x1~1|+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~2|";
        double[] macs = IntStream.rangeClosed(0, steps)
                .mapToDouble(phi -> Costs.of(scaled.decode(scaled.parse("phi=" + phi + ";" + cell)))
                        .macs())
                .toArray();

        assertThat(IntStream.range(0, steps).mapToObj(phi -> macs[phi + 1] / macs[phi]))
                .allSatisfy(ratio -> assertThat(ratio).isBetween(1.8, 2.2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "nas-bench-201", "nas-bench-101", "nas-bench-macro", "darts", "motifs"})
    void everySpaceGrowsInDepthWidthAndResolutionAndIsItselfAtZero(String space) {
        SearchSpace scaled = scaled(CIFAR10, Map.of("space", space, "phi", List.of(0, 3)));
        SearchSpace inner = Spaces.plugins().create(PluginSpec.of(space), CIFAR10);
        SplittableRandom random = new SplittableRandom(3);
        long[] macs = new long[2];
        int[] layers = new int[2];
        for (int i = 0; i < 20; i++) {
            String text = inner.sample(random).text();
            Network small = scaled.decode(scaled.parse("phi=0;" + text));
            Network large = scaled.decode(scaled.parse("phi=3;" + text));
            assertThat(small).isEqualTo(inner.decode(inner.parse(text)));
            assertThat(large.input()).isEqualTo(CIFAR10.input());
            assertThat(large.shape("resize")).isEqualTo(Shape.image(3, 49, 49));
            macs[0] += Costs.of(small).macs();
            macs[1] += Costs.of(large).macs();
            layers[0] += small.nodes().size();
            layers[1] += large.nodes().size();
        }

        assertThat((double) macs[1] / macs[0]).as("MACs").isGreaterThan(4);
        assertThat((double) layers[1] / layers[0]).as("layers").isGreaterThan(1.2);
    }

    @Test
    void everySpaceThatCanBeScaledCanBeChosen() {
        List<String> scalable = Spaces.plugins().all().stream()
                .map(Plugin::id)
                .filter(id -> Spaces.plugins().create(PluginSpec.of(id), CIFAR10) instanceof SearchSpace.Scalable)
                .toList();
        Map<?, ?> properties =
                (Map<?, ?>) SettingsSchema.of(CompoundScalingSettings.class).get("properties");

        assertThat(((Map<?, ?>) properties.get("space")).get("enum")).isEqualTo(scalable);
    }

    @Test
    void theSpecKeepsTheDefaultsOfTheSpaceThatIsScaled() {
        PluginSpec complete = Spaces.plugins().complete(PluginSpec.of(id()));

        assertThat(complete.settings())
                .containsEntry("settings", Map.of("cells", 1, "channels", 8, "nodes", 4))
                .containsEntry("phi", List.of(0, 1, 2));
        assertThat(Spaces.plugins().complete(complete)).isEqualTo(complete);
    }

    @Test
    void aSingleSizeIsNoDecision() {
        SearchSpace.Encodable fixed =
                (SearchSpace.Encodable) scaled(CIFAR10, Map.of("space", "nas-bench-macro", "phi", List.of(1)));

        assertThat(fixed.decisions()).hasSize(8);
        assertThat(fixed.architecture(new int[8])).contains(fixed.parse("phi=1;00000000"));
        assertThat(((SearchSpace.Mutable) fixed)
                        .mutate(fixed.parse("phi=1;00000000"), new SplittableRandom(1))
                        .text())
                .startsWith("phi=1;");
    }

    @Test
    void whatIsWrongInsideIsNamedByItsPlace() {
        assertRefused(Map.of("settings", Map.of("cells", 0, "colour", 1)), "settings.colour", "settings.cells");
        assertRefused(Map.of("space", "sequential", "settings", Map.of("minLayers", 9)), "settings.minLayers");
        assertRefused(Map.of("space", "lstm"), "space");
        assertRefused(Map.of("settings", 3), "settings");
        assertRefused(Map.of("phi", List.of(8)), "phi");
        assertRefused(Map.of("settings", Map.of("cells", 20), "depth", 1.5, "phi", List.of(7)), "phi");
    }

    private void assertRefused(Map<String, Object> settings, String... fields) {
        assertThatThrownBy(() -> scaled(CIFAR10, settings))
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::field)
                                .containsExactly(fields));
    }

    private static SearchSpace scaled(Task task, Map<String, Object> settings) {
        return Spaces.plugins().create(new PluginSpec("compound-scaling", settings), task);
    }
}
