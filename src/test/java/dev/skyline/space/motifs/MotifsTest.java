package dev.skyline.space.motifs;

import dev.skyline.architecture.Architecture;
import dev.skyline.architecture.ArchitectureId;
import dev.skyline.network.Costs;
import dev.skyline.network.Layer.Zero;
import dev.skyline.network.Network;
import dev.skyline.network.Shape;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.InvalidSettings.Violation;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MotifsTest extends SearchSpaceContract {

    private static final Task CIFAR10 = new Task(Shape.image(3, 32, 32), 10);

    /** Two motifs of three nodes, of any primitive. */
    private final SearchSpace small = space(Map.of("motifs", 2, "motifNodes", 3, "cellNodes", 3));

    @Override
    protected String id() {
        return "motifs";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of(
                "motifs", 2, "motifNodes", 3, "cellNodes", 3, "channels", 2, "operations", List.of("separable_3x3"));
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
        return 1.0 / (1 << 6) / 27;
    }

    @Override
    protected List<String> badTexts() {
        return List.of(
                "3.03,0.00",
                "3.03,0.00|1.02.000",
                "3.03|1.02",
                "3.03,0.00,0.00|1.02",
                "3.03,0.00|1.02|1.02",
                "3.03,0.00|1.03",
                "3.04,0.00|1.02",
                "3.0,0.00|1.02",
                "3.03,0.00|1.02,1.02",
                "3.03,|1.02",
                "3.03,0.00|1.-2",
                "3.03,0.00|1.02\n",
                "3.03,0.00|٣.02");
    }

    @Test
    void everyMutantIsANeighbour() {
        assertEveryMutantIsANeighbour();
    }

    @Test
    void theSizeCountsWhatEachEdgeMayBe() {
        BigInteger seven = BigInteger.valueOf(7);

        assertThat(space(Map.of()).size()).isEqualTo(seven.pow(6 * 6 + 10));
        assertThat(space(Map.of("levels", 4)).size()).isEqualTo(seven.pow(6 * 6 + 6 * 6 + 10));
        assertThat(space(Map.of("levels", 2)).size()).isEqualTo(seven.pow(10));
        assertThat(space().size()).isEqualTo(1_728);
        assertThat(((SearchSpace.Enumerable) space(Map.of())).all().limit(3)).hasSize(3);
    }

    @Test
    void aMotifStandsWhereverAnEdgeNamesIt() {
        // Motif 1: separable convolution, then pooling, beside identity; the cell: motif 1 twice, one after the other.
        SearchSpace space =
                space(Map.of("motifs", 2, "motifNodes", 3, "cellNodes", 3, "channels", 4, "stages", 1, "merge", "add"));
        Network network = space.decode(space.parse("3.64,0.00|1.01"));

        assertThat(network.nodes().stream().map(node -> node.name()))
                .containsExactly(
                        "stem.conv",
                        "stem.norm",
                        "stem.relu",
                        "stage1.cell1.1-0.1-0.depthwise",
                        "stage1.cell1.1-0.1-0.pointwise",
                        "stage1.cell1.1-0.1-0.norm",
                        "stage1.cell1.1-0.1-0.relu",
                        "stage1.cell1.1-0.2-1.pool",
                        "stage1.cell1.1-0.2.sum",
                        "stage1.cell1.2-1.1-0.depthwise",
                        "stage1.cell1.2-1.1-0.pointwise",
                        "stage1.cell1.2-1.1-0.norm",
                        "stage1.cell1.2-1.1-0.relu",
                        "stage1.cell1.2-1.2-1.pool",
                        "stage1.cell1.2-1.2.sum",
                        "head.pool",
                        "classifier",
                        "softmax");
        assertThat(Costs.of(network).parameters()).isEqualTo((3 * 9 * 4 + 8) + 2 * (4 * 9 + 4 * 4 + 8) + (4 + 1) * 10);
    }

    @Test
    void whatIsConcatenatedIsBroughtBackToTheWidthOfOne() {
        Network network = small.decode(small.parse("1.11,0.00|0.10"));

        assertThat(network.shape("stage2.cell1.2-0.2.concat")).isEqualTo(Shape.image(32, 16, 16));
        assertThat(network.shape("stage2.cell1.2-0.2.relu")).isEqualTo(Shape.image(16, 16, 16));
    }

    @Test
    void whatLeadsNowhereIsNoPartOfTheNetwork() {
        // Of motif 1 and of the cell, node 1 is a dead end; motif 2 is empty.
        assertThat(small.decode(small.parse("3.20,3.00|1.10")).nodes())
                .isEqualTo(small.decode(small.parse("0.20,0.00|2.12")).nodes());
        assertThat(small.decode(small.parse("3.20,3.00|2.20")).nodes())
                .filteredOn(node -> node.layer() instanceof Zero)
                .hasSize(3);
    }

    @Test
    void whatComputesTheSameSharesAnIdentity() {
        ArchitectureId one = id("3.20,1.44|1.02");

        assertThat(id("1.44,3.20|2.01")).as("motifs in another order").isEqualTo(one);
        assertThat(id("0.20,1.44|1.02")).as("a dead end").isEqualTo(one);
        assertThat(id("3.20,1.44|1.01")).as("another motif").isNotEqualTo(one);
        assertThat(id("3.20,1.54|1.02")).as("another operation").isNotEqualTo(one);
        assertThat(id("3.33,0.20|0.20")).as("an unused motif").isEqualTo(id("0.20,5.55|0.10"));
    }

    @Test
    void theOrderOfAMotifsNodesDoesNotMatterButWhatFeedsThemDoes() {
        SearchSpace space = space(Map.of("levels", 2, "cellNodes", 4));

        assertThat(space.parse("1.20.034").id())
                .isEqualTo(space.parse("2.10.043").id())
                .isNotEqualTo(space.parse("2.10.034").id())
                .isNotEqualTo(space.parse("1.02.034").id());
        assertThat(space.parse("1.60.011").id())
                .as("one convolution beside an identity")
                .isNotEqualTo(space.parse("1.06.011").id());
    }

    @Test
    void identitiesAreNeverSharedByNetworksOfDifferentCosts() {
        SearchSpace.Enumerable space = (SearchSpace.Enumerable) space(Map.of(
                "motifs", 2, "motifNodes", 3, "cellNodes", 3, "operations", List.of("conv_1x1"), "merge", "add"));
        Map<ArchitectureId, List<Architecture>> classes = space.all().collect(Collectors.groupingBy(Architecture::id));

        assertThat(classes).hasSizeLessThan(300);
        assertThat(classes.values())
                .allSatisfy(same -> assertThat(same.stream()
                                .map(a -> Costs.of(space.decode(a)))
                                .distinct())
                        .hasSize(1));
    }

    @Test
    void everyHierarchyDecodesForImagesOfAnySizeWithNodesNamedOnce() {
        SplittableRandom random = new SplittableRandom(9);
        for (Shape input : List.of(Shape.image(1, 1, 1), Shape.image(3, 7, 5), Shape.image(4, 33, 12))) {
            for (int levels = 2; levels <= 4; levels++) {
                SearchSpace space = Spaces.plugins()
                        .create(new PluginSpec("motifs", Map.of("levels", levels, "channels", 2)), new Task(input, 3));
                for (int i = 0; i < 30; i++) {
                    Network network = space.decode(space.sample(random));
                    assertThat(network.shape(network.output().name())).isEqualTo(Shape.features(3));
                    assertThat(network.nodes())
                            .allSatisfy(node -> assertThat(node.inputs()).doesNotHaveDuplicates());
                }
            }
        }
    }

    @Test
    void theBoundHoldsForTheLargestNetworks() {
        for (String merge : List.of("add", "concatenate")) {
            SearchSpace space = space(Map.of("levels", 3, "motifs", 1, "cells", 2, "merge", merge));
            Layout layout = new Layout(3, 1, 4, 5, List.of(1, 2, 3, 4, 5, 6));
            Network largest = space.decode(space.parse("3.33.333|1.11.111.1111"));
            Network copies = space.decode(space.parse("6.66.666|1.11.111.1111"));

            Merge how = merge.equals("add") ? Merge.ADD : Merge.CONCATENATE;
            MotifNetwork network = new MotifNetwork(3, 2, 8, how, Shape.image(3, 32, 32), 10);
            long bound = network.maxLayers(layout.maxCellLayers(how.layers()));
            assertThat(largest.nodes().size()).isBetween((int) (bound * 0.7), (int) bound);
            assertThat((long) copies.nodes().size()).isLessThanOrEqualTo(bound);
        }
    }

    @Test
    void aHierarchyThatCouldGrowBeyondAllBoundsIsRefusedAtOnce() {
        Map<String, Object> bomb =
                Map.of("levels", 6, "motifs", 9, "motifNodes", 6, "cellNodes", 7, "cells", 20, "stages", 5);

        assertThatThrownBy(() -> space(bomb))
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        e -> assertThat(e.violations()).singleElement().satisfies(violation -> {
                            assertThat(violation.field()).isEqualTo("levels");
                            assertThat(violation.message()).contains("at most 20000 may be");
                        }));
        assertThatThrownBy(() -> space(Map.of("levels", 7)))
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::field)
                                .containsExactly("levels"));
    }

    @Test
    void tablesAreRefused() {
        assertThatThrownBy(() -> Spaces.plugins().create(PluginSpec.of(id()), new Task(Shape.features(13), 3)))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("needs images");
    }

    private ArchitectureId id(String text) {
        return small.parse(text).id();
    }

    private static SearchSpace space(Map<String, Object> settings) {
        return Spaces.plugins().create(new PluginSpec("motifs", settings), CIFAR10);
    }
}
