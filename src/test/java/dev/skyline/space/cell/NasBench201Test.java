package dev.skyline.space.cell;

import dev.skyline.architecture.Architecture;
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

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class NasBench201Test extends SearchSpaceContract {

    private static final Task CIFAR10 = new Task(Shape.image(3, 32, 32), 10);
    private static final NasBench201 PUBLISHED = new NasBench201(new NasBench201.Settings(5, 16, 4), CIFAR10);

    @Override
    protected String id() {
        return "nas-bench-201";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of("cells", 1, "channels", 4);
    }

    @Override
    protected Task task() {
        return new Task(Shape.image(1, 8, 8), 10);
    }

    @Override
    protected int differences(String a, String b) {
        String[] first = a.split("\\W+");
        String[] second = b.split("\\W+");
        return (int) IntStream.range(0, first.length)
                .filter(i -> !first[i].equals(second[i]))
                .count();
    }

    @Override
    protected boolean isBetween(String child, String mother, String father) {
        return differences(child, mother) + differences(child, father) == differences(mother, father);
    }

    @Override
    protected double probability(String text) {
        return 1.0 / 15_625;
    }

    @Override
    protected List<String> badTexts() {
        return List.of(
                "|none~0|+|none~0|none~1|",
                "|none~0|+|none~0|none~1|+|none~0|none~1|none~3|",
                "|none~0|+|none~0|none~1|+|none~0|none~1|dil_conv_3x3~2|",
                "|none~0|+|none~0|none~1|+|none~0|none~1|none~2|+",
                " |none~0|+|none~0|none~1|+|none~0|none~1|none~2|");
    }

    @Test
    void everyMutantIsANeighbour() {
        assertEveryMutantIsANeighbour();
    }

    @Test
    void isomorphicCellsShareOneOfTheSixThousandFourHundredAndSixtySixIdentitiesOfThePaper() {
        assertThat(PUBLISHED.all().map(Architecture::id).distinct()).hasSize(6_466);
        assertThat(List.of(
                        "|nor_conv_3x3~0|+|none~0|skip_connect~1|+|none~0|none~1|skip_connect~2|",
                        "|skip_connect~0|+|nor_conv_3x3~0|none~1|+|none~0|none~1|skip_connect~2|",
                        "|nor_conv_3x3~0|+|skip_connect~0|none~1|+|none~0|skip_connect~1|none~2|"))
                .extracting(text -> PUBLISHED.parse(text).id())
                .satisfies(ids -> assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2)));
    }

    @Test
    void theCostsOfTheBenchmarkNetworksFollowTheClosedFormula() {
        PUBLISHED.all().forEach(architecture -> {
            long conv3x3 = count("nor_conv_3x3", architecture.text());
            long conv1x1 = count("nor_conv_1x1", architecture.text());
            Costs costs = Costs.of(PUBLISHED.decode(architecture));

            assertThat(costs.parameters()).isEqualTo(73_306 + 243_040 * conv3x3 + 28_000 * conv1x1);
            assertThat(costs.macs()).isEqualTo(7_783_050 + 35_389_440 * conv3x3 + 3_932_160 * conv1x1);
        });
    }

    @Test
    void everyCellDecodesForImagesOfAnySizeWithNodesNamedOnce() {
        for (Shape input : List.of(Shape.image(1, 1, 1), Shape.image(3, 7, 5), Shape.image(4, 33, 12))) {
            NasBench201 space = new NasBench201(new NasBench201.Settings(2, 4, 4), new Task(input, 3));
            SplittableRandom random = new SplittableRandom(9);
            for (int i = 0; i < 200; i++) {
                Network network = space.decode(space.sample(random));
                assertThat(network.shape(network.output().name())).isEqualTo(Shape.features(3));
                assertThat(network.nodes())
                        .allSatisfy(node -> assertThat(node.inputs()).doesNotHaveDuplicates());
            }
        }
    }

    @Test
    void aChildTakesEachEdgeFromEitherParentEquallyOften() {
        Architecture mother = Cells.uniform("nor_conv_3x3");
        Architecture father = Cells.uniform("avg_pool_3x3");
        SplittableRandom random = new SplittableRandom(11);
        int[] fromMother = new int[Cell.edges(4)];
        for (int i = 0; i < 10_000; i++) {
            List<CellOperation> edges = Cell.parse(
                            4, PUBLISHED.crossover(mother, father, random).text())
                    .edges();
            for (int e = 0; e < Cell.edges(4); e++) {
                fromMother[e] += edges.get(e) == CellOperation.NOR_CONV_3X3 ? 1 : 0;
            }
        }

        // A fair coin's count over 10,000 throws has a standard deviation of 50.
        assertThat(Arrays.stream(fromMother).boxed())
                .allSatisfy(count -> assertThat(count).isCloseTo(5_000, within(250)));
    }

    @Test
    void aCellMayHaveFewerOrMoreNodes() {
        NasBench201 three = new NasBench201(new NasBench201.Settings(1, 4, 3), CIFAR10);
        assertThat(three.size()).isEqualTo(125);
        assertThat(three.all())
                .hasSize(125)
                .allMatch(cell -> three.parse(cell.text()).equals(cell));
        assertThat(three.all().map(Architecture::text)).contains("|none~0|+|skip_connect~0|nor_conv_3x3~1|");
        NasBench201 five = new NasBench201(new NasBench201.Settings(1, 4, 5), CIFAR10);
        Architecture cell = five.sample(new SplittableRandom(3));
        assertThat(five.parse(cell.text())).isEqualTo(cell);
        assertThat(five.decode(cell).nodes()).isNotEmpty();
        assertThat(PUBLISHED.contains(cell)).isFalse();
        assertThat(three.contains(cell)).isFalse();
    }

    @Test
    void tablesAreRefused() {
        Task table = new Task(Shape.features(13), 3);

        assertThatThrownBy(() -> Spaces.plugins().create(PluginSpec.of(id()), table))
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        e -> assertThat(e.violations()).singleElement().satisfies(violation -> {
                            assertThat(violation.field()).isEmpty();
                            assertThat(violation.message()).contains("needs images");
                        }));
    }

    private static long count(String operation, String text) {
        return Pattern.compile(operation).matcher(text).results().count();
    }

    private static final class Cells {

        static Architecture uniform(String operation) {
            return PUBLISHED.parse("|x~0|+|x~0|x~1|+|x~0|x~1|x~2|".replace("x~", operation + "~"));
        }
    }

    @Test
    void thePathEncodingHas180PlacesOfWhichACellHoldsOneForEveryWayThrough() {
        SearchSpace.PathEncodable encodable = (SearchSpace.PathEncodable) space();

        double[] paths = encodable.encodePaths(
                space().parse("|nor_conv_3x3~0|+|none~0|skip_connect~1|+|avg_pool_3x3~0|none~1|nor_conv_1x1~2|"));

        assertThat(paths).hasSize(180);
        assertThat(IntStream.range(0, 180).filter(i -> paths[i] == 1)).containsExactly(4, 5 + 25 + 25 + 3 * 25 + 5 + 2);
    }

    @Test
    void soHasThatOfASmallerCellWithItsFewerWays() {
        NasBench201 small = new NasBench201(new NasBench201.Settings(1, 4, 3), CIFAR10);

        double[] paths = small.encodePaths(small.parse("|nor_conv_3x3~0|+|skip_connect~0|nor_conv_1x1~1|"));

        assertThat(IntStream.range(0, paths.length).filter(i -> paths[i] == 1)).containsExactly(1, 5 + 3 * 5 + 2);
        assertThat(paths).hasSize(5 + 25);
    }
}
