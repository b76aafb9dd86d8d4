package dev.skyline.space.darts;

import dev.skyline.architecture.Architecture;
import dev.skyline.architecture.ArchitectureId;
import dev.skyline.network.Costs;
import dev.skyline.network.Network;
import dev.skyline.network.Shape;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.SearchSpaceContract;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DartsTest extends SearchSpaceContract {

    /** The second-order cell of the paper, as its repository writes it. */
    private static final String DARTS_V2 = "Genotype(normal=[('sep_conv_3x3', 0), ('sep_conv_3x3', 1),"
            + " ('sep_conv_3x3', 0), ('sep_conv_3x3', 1), ('sep_conv_3x3', 1), ('skip_connect', 0),"
            + " ('skip_connect', 0), ('dil_conv_3x3', 2)], normal_concat=[2, 3, 4, 5], reduce=[('max_pool_3x3', 0),"
            + " ('max_pool_3x3', 1), ('skip_connect', 2), ('max_pool_3x3', 1), ('max_pool_3x3', 0), ('skip_connect', 2),"
            + " ('skip_connect', 2), ('max_pool_3x3', 1)], reduce_concat=[2, 3, 4, 5])";

    private static final Task CIFAR10 = new Task(Shape.image(3, 32, 32), 10);
    private static final String REDUCTION = "none 0, none 1, none 0, none 1, none 0, none 1, none 0, none 1";

    private final SearchSpace published = space(CIFAR10, Map.of("cells", 20, "channels", 36));

    @Override
    protected String id() {
        return "darts";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of("nodes", 2, "operations", List.of("none", "sep_conv_3x3"), "channels", 2);
    }

    @Override
    protected Task task() {
        return new Task(Shape.image(1, 8, 8), 10);
    }

    @Override
    protected int differences(String a, String b) {
        return GenotypeText.differences(a, b);
    }

    @Override
    protected boolean isBetween(String child, String mother, String father) {
        return GenotypeText.isBetween(child, mother, father);
    }

    @Override
    protected double probability(String text) {
        return 1.0 / (48 * 48);
    }

    @Override
    protected List<String> badTexts() {
        String cell = "none 0, none 1, none 0, none 1";
        return List.of(
                GenotypeText.of(cell, "none 0, none 1"),
                GenotypeText.of(cell, "none 0, none 1, none 0"),
                GenotypeText.of(cell, "none 0, none 1, none 2, none 2"),
                GenotypeText.of(cell, "none 0, none 1, none 0, none 3"),
                GenotypeText.of(cell, "none 0, none 1, none 0, none 99"),
                GenotypeText.of(cell, "none 0, none 1, none 0, skip_connect 1"),
                GenotypeText.of(cell, "none 0, none 1, none 0, sep_conv_7x7 1"),
                GenotypeText.of(cell, cell).replace("range(2, 4)", "range(3, 4)"),
                GenotypeText.of(cell, cell).replace("range(2, 4)", "[3]"),
                GenotypeText.of(cell, cell).replace("Genotype", "genotype"),
                GenotypeText.of(cell, cell) + ")");
    }

    @Test
    void theEncodingIsThatOfNasBench301() {
        assertThat(((SearchSpace.Encodable) published).encode(published.parse(DARTS_V2)))
                .as("of each cell 14 edges of 8 operations, and the inputs of three nodes")
                .hasSize(2 * (14 * 8 + 3 + 6 + 10));
    }

    @Test
    void everyMutantIsANeighbour() {
        assertEveryMutantIsANeighbour();
    }

    @Test
    void thePublishedCellHasThePublishedParameters() {
        assertThat(Costs.of(published.decode(published.parse(DARTS_V2))).parameters())
                .isEqualTo(3_349_342);

        SearchSpace imageNet = space(
                new Task(Shape.image(3, 224, 224), 1000), Map.of("cells", 14, "channels", 48, "stem", "imagenet"));
        assertThat(Costs.of(imageNet.decode(imageNet.parse(DARTS_V2))).parameters())
                .as("4.719 million in the repository")
                .isEqualTo(4_718_752);
    }

    @Test
    void theSizeCountsGenotypes() {
        assertThat(published.size())
                .isEqualTo(BigInteger.valueOf(180L * (1 << 24)).pow(2))
                .isEqualTo(new BigInteger("9119789245425254400"));
        assertThat(space(CIFAR10, Map.of("nodes", 1)).size()).isEqualTo(64 * 64);
    }

    @Test
    void theOrderOfANodesInputsAndTheWayTheConcatenationIsWrittenDoNotMatter() {
        assertThat(published.parse(DARTS_V2).text())
                .startsWith("Genotype(normal=[('sep_conv_3x3', 0), ('sep_conv_3x3', 1), ('sep_conv_3x3', 0),")
                .contains("('skip_connect', 0), ('sep_conv_3x3', 1)")
                .endsWith("reduce_concat=range(2, 6))");
        assertThat(published.parse(DARTS_V2.replace(", ", ","))).isEqualTo(published.parse(DARTS_V2));
    }

    @Test
    void cellsThatDifferInTheOrderOfTheirNodesShareAnIdentity() {
        ArchitectureId one = normal("skip_connect 0, sep_conv_3x3 1, max_pool_3x3 0, sep_conv_5x5 1,"
                + " skip_connect 0, dil_conv_3x3 2, skip_connect 3, dil_conv_3x3 4");

        assertThat(normal("max_pool_3x3 0, sep_conv_5x5 1, skip_connect 0, sep_conv_3x3 1,"
                        + " skip_connect 0, dil_conv_3x3 3, skip_connect 2, dil_conv_3x3 4"))
                .isEqualTo(one);
        assertThat(normal("skip_connect 0, sep_conv_3x3 1, skip_connect 0, dil_conv_3x3 2,"
                        + " max_pool_3x3 0, sep_conv_5x5 1, dil_conv_3x3 3, skip_connect 4"))
                .isEqualTo(one);
        assertThat(normal("max_pool_3x3 0, sep_conv_5x5 1, skip_connect 0, sep_conv_3x3 1,"
                        + " skip_connect 0, dil_conv_3x3 2, skip_connect 3, dil_conv_3x3 4"))
                .isNotEqualTo(one);
    }

    @Test
    void whetherTwoNodesTakeOneSourceOrItsTwinMatters() {
        String twins = "skip_connect 0, sep_conv_3x3 1, skip_connect 0, sep_conv_3x3 1, ";

        assertThat(normal(twins + "skip_connect 0, max_pool_3x3 2, skip_connect 0, max_pool_3x3 2"))
                .isEqualTo(normal(twins + "skip_connect 0, max_pool_3x3 3, skip_connect 0, max_pool_3x3 3"))
                .isNotEqualTo(normal(twins + "skip_connect 0, max_pool_3x3 2, skip_connect 0, max_pool_3x3 3"));
    }

    @Test
    void whereAnEdgeComesFromThatDoesNothingDoesNotMatter() {
        String cell = "skip_connect 0, sep_conv_3x3 1, none %d, sep_conv_5x5 1, none %d, sep_conv_5x5 3,"
                + " none %d, sep_conv_5x5 4";

        assertThat(normal(cell.formatted(0, 0, 0))).isEqualTo(normal(cell.formatted(0, 2, 3)));
    }

    @Test
    void theTwoCellsAreNotInterchangeable() {
        String normal =
                "skip_connect 0, skip_connect 1, skip_connect 0, skip_connect 1, skip_connect 0, skip_connect 1,"
                        + " skip_connect 0, skip_connect 1";

        assertThat(published.parse(GenotypeText.of(normal, REDUCTION)).id())
                .isNotEqualTo(
                        published.parse(GenotypeText.of(REDUCTION, normal)).id());
    }

    @Test
    void thereAreAsManyIdentitiesAsClassesOfIsomorphicGenotypes() {
        SearchSpace.Enumerable space = (SearchSpace.Enumerable)
                space(CIFAR10, Map.of("nodes", 2, "operations", List.of("skip_connect", "max_pool_3x3")));

        // Of two nodes that do not know each other, with 2² choices each, the order is immaterial: 4 · 5 / 2; of a pair
        // of which one feeds the other, beside either input, it is not: 2 · 2⁴.
        assertThat(space.all().map(Architecture::id).distinct()).hasSize(42 * 42);
    }

    @Test
    void cellsWithoutAnyOperationAreZero() {
        Network network = published.decode(published.parse(GenotypeText.of(REDUCTION, REDUCTION)));

        assertThat(network.shape(network.output().name())).isEqualTo(Shape.features(10));
    }

    @Test
    void everyCellDecodesForImagesOfAnySizeWithNodesNamedOnce() {
        SplittableRandom random = new SplittableRandom(9);
        for (Shape input : List.of(Shape.image(1, 1, 1), Shape.image(3, 7, 5), Shape.image(4, 33, 12))) {
            for (String stem : List.of("cifar", "imagenet")) {
                SearchSpace space = space(new Task(input, 3), Map.of("cells", 5, "channels", 3, "stem", stem));
                for (int i = 0; i < 100; i++) {
                    Network network = space.decode(space.sample(random));
                    assertThat(network.shape(network.output().name())).isEqualTo(Shape.features(3));
                    assertThat(network.nodes())
                            .allSatisfy(node -> assertThat(node.inputs()).doesNotHaveDuplicates());
                }
            }
        }
    }

    @Test
    void aSpaceWithNothingToSearchIsRefused() {
        assertThatThrownBy(() -> space(CIFAR10, Map.of("operations", List.of("none"))))
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        e -> assertThat(e.violations())
                                .singleElement()
                                .satisfies(violation ->
                                        assertThat(violation.field()).isEqualTo("operations")));
        assertThatThrownBy(() -> space(CIFAR10, Map.of("nodes", 1, "operations", List.of("skip_connect"))))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("nothing to search");
        assertThat(space(CIFAR10, Map.of("nodes", 2, "operations", List.of("skip_connect")))
                        .size())
                .isEqualTo(9);
    }

    @Test
    void aVeryLongTextIsRefusedAsAnyOther() {
        String edges = "none 0, ".repeat(20_000) + "none 1";

        assertThatIllegalArgumentException().isThrownBy(() -> published.parse(GenotypeText.of(edges, edges)));
    }

    @Test
    void tablesAreRefused() {
        assertThatThrownBy(() -> space(new Task(Shape.features(13), 3), Map.of()))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("needs images");
    }

    private ArchitectureId normal(String cell) {
        return published.parse(GenotypeText.of(cell, REDUCTION)).id();
    }

    private static SearchSpace space(Task task, Map<String, Object> settings) {
        return Spaces.plugins().create(new PluginSpec("darts", settings), task);
    }
}
