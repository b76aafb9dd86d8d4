package dev.skyline.space.nasbench101;

import dev.skyline.architecture.Architecture;
import dev.skyline.architecture.ArchitectureId;
import dev.skyline.network.Costs;
import dev.skyline.network.Network;
import dev.skyline.network.Shape;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpaceContract;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NasBench101Test extends SearchSpaceContract {

    private static final int VERTICES = 5;
    private static final Task CIFAR10 = new Task(Shape.image(3, 32, 32), 10);
    private static final NasBench101 PUBLISHED = new NasBench101(new NasBench101.Settings(7, 9, 3, 3, 128), CIFAR10);

    private final SplittableRandom random = new SplittableRandom(12);
    private final Map<String, Set<String>> steps = new HashMap<>();
    private final Map<List<String>, Set<String>> mixtures = new HashMap<>();

    @Override
    protected String id() {
        return "nas-bench-101";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of("vertices", VERTICES, "stacks", 2, "channels", 7);
    }

    @Override
    protected Task task() {
        return new Task(Shape.image(1, 8, 8), 10);
    }

    @Override
    protected int differences(String a, String b) {
        if (a.equals(b)) {
            return 0;
        }
        return steps.computeIfAbsent(
                                a,
                                text -> Matrix.read(text).steps(VERTICES).stream()
                                        .flatMap(matrix -> cell(matrix).stream())
                                        .collect(Collectors.toSet()))
                        .contains(b)
                ? 1
                : 2;
    }

    @Override
    protected boolean isBetween(String child, String mother, String father) {
        return mixtures.computeIfAbsent(List.of(mother, father), parents -> mixtures(mother, father))
                .contains(child);
    }

    private Set<String> mixtures(String mother, String father) {
        Matrix m = Matrix.read(mother);
        Matrix f = Matrix.read(father);
        int vertices = Math.max(m.vertices(), f.vertices());
        Set<Matrix> mixtures = Set.of(m.padded(vertices));
        for (int from = 0; from < vertices; from++) {
            for (int to = from + 1; to < vertices; to++) {
                if (m.padded(vertices).edges()[from][to] != f.padded(vertices).edges()[from][to]) {
                    int u = from;
                    int v = to;
                    Set<Matrix> both = new HashSet<>(mixtures);
                    mixtures.forEach(matrix -> both.add(matrix.flipped(u, v)));
                    mixtures = both;
                }
            }
        }
        Set<String> labels = Set.of("");
        for (int i = 0; i < vertices - 2; i++) {
            Set<String> longer = new HashSet<>();
            for (Matrix parent : List.of(m, f)) {
                if (i < parent.operations().length()) {
                    char label = parent.operations().charAt(i);
                    labels.forEach(each -> longer.add(each + label));
                }
            }
            labels = longer;
        }
        Set<String> cells = new HashSet<>();
        for (Matrix matrix : mixtures) {
            labels.forEach(each -> cell(new Matrix(matrix.edges(), each)).ifPresent(cells::add));
        }
        return cells;
    }

    @Override
    protected double probability(String text) {
        return 1.0 / 2_532;
    }

    @Override
    protected List<String> badTexts() {
        return List.of(
                "5:1100110011:01",
                "4:1101012:01",
                "4:110101:03",
                "1::",
                "8:1000000100000010000010000100010011:000000",
                "3:100:0",
                "4:110000:01",
                "6:111100110010011:0120",
                "4:110101:01\n");
    }

    @Test
    void pathsAreThoseOfTheCellShorterOnesFirst() {
        // 0→1→3, 0→2→3, 0→1→2→3 and 0→3, with operations 0 and 2.
        double[] paths = PUBLISHED.encodePaths(PUBLISHED.parse("4:111111:02"));

        assertThat(paths).hasSize(364).containsOnly(0, 1);
        assertThat(IntStream.range(0, paths.length).filter(i -> paths[i] == 1)).containsExactly(0, 1, 1 + 2, 1 + 3 + 2);
    }

    @Test
    void edgesOfIdleVerticesDoNotMatterToADecisionVector() {
        Architecture cell = PUBLISHED.parse("3:101:1");
        int[] choices = PUBLISHED.choices(cell);

        assertThat(PUBLISHED.decisions()).hasSize(26);
        assertThat(choices)
                .containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, -1, -1, -1, -1);
        choices[1] = 1;
        assertThat(PUBLISHED.architecture(choices)).contains(cell);
    }

    @Test
    void everyMutantIsANeighbour() {
        assertEveryMutantIsANeighbour();
    }

    @Test
    void thereAreAsManyCellsAsTheBenchmarkHas() {
        assertThat(PUBLISHED.size()).isEqualTo(423_624);
        assertThat(new Wirings(7, 9).cells().distinct()).hasSize(423_624);
        assertThat(IntStream.of(3, 4, 5, 6).mapToObj(vertices -> new Wirings(vertices, 9).count()))
                .containsExactly(7, 91, 2_532, 64_542);
    }

    @Test
    @Tag("figures")
    void theHashTellsAllCellsOfTheBenchmarkApart() {
        assertThat(PUBLISHED.all().map(Architecture::id).distinct().count()).isEqualTo(423_624);
    }

    @Test
    void theIdentityIsTheBenchmarksOwnHash() {
        assertThat(PUBLISHED.parse("7:110010010000010101101:00201").id())
                .isEqualTo(new ArchitectureId("00005c142e6f48ac74fdcf73e3439874".substring(0, 20)));
    }

    @Test
    void everyGraphIsOneOfTheEnumeratedCellsWhichItsHashAloneTellsApart() {
        Map<String, ArchitectureId> ids = new HashMap<>();
        for (int edges = 0; edges < 1 << 10; edges++) {
            for (int labels = 0; labels < 27; labels++) {
                String upper = Integer.toBinaryString(1 << 10 | edges).substring(1);
                String digits = Integer.toString(27 + labels, 3).substring(1);
                parsed("5:" + upper + ":" + digits).ifPresent(cell -> ids.put(cell.text(), cell.id()));
            }
        }

        assertThat(ids).hasSize(2_532).doesNotContainValue(null);
        assertThat(ids.values()).doesNotHaveDuplicates();
        assertThat(((NasBench101) space()).all())
                .allSatisfy(cell -> assertThat(ids.get(cell.text())).isEqualTo(cell.id()));
    }

    @Test
    void theOrderOfVerticesAndIdleVerticesDoNotMatter() {
        for (int i = 0; i < 1_000; i++) {
            Architecture cell = PUBLISHED.sample(random);
            Matrix matrix = Matrix.read(cell.text());
            int vertices = matrix.vertices() + random.nextInt(8 - matrix.vertices());
            Matrix padded = matrix.padded(vertices);
            if (vertices > matrix.vertices()) {
                padded = padded.flipped(random.nextInt(matrix.vertices() - 1), matrix.vertices() - 1);
            }

            assertThat(PUBLISHED.parse(padded.text(random))).isEqualTo(cell);
        }
    }

    @Test
    void aCellStandsInTheOrderInWhichTheBenchmarkTrainedIt() {
        Architecture cell = PUBLISHED.parse("7:110010010000010101101:00201");

        assertThat(cell.text()).isEqualTo("7:100110100001001010101:02001");
        assertThat(Costs.of(PUBLISHED.decode(cell)).parameters()).isEqualTo(8_555_530);
    }

    @Test
    void channelsAreSharedAmongTheVerticesThatFeedTheOutput() {
        // Vertices 1 and 3 feed the output; 2 feeds 3 alone.
        Cell cell = Draft.read("5:1100001101:000").cell().orElseThrow();

        assertThat(cell.text()).isEqualTo("5:1100001101:000");
        assertThat(Widths.of(cell, 9)).containsExactly(0, 5, 4, 4, 9);
    }

    @Test
    void everyCellDecodesForImagesOfAnySizeWithNodesNamedOnce() {
        for (Shape input : List.of(Shape.image(1, 1, 1), Shape.image(3, 7, 5), Shape.image(4, 33, 12))) {
            NasBench101 space = new NasBench101(new NasBench101.Settings(7, 9, 3, 2, 5), new Task(input, 3));
            for (int i = 0; i < 200; i++) {
                Network network = space.decode(space.sample(random));
                assertThat(network.shape(network.output().name())).isEqualTo(Shape.features(3));
                assertThat(network.nodes())
                        .allSatisfy(node -> assertThat(node.inputs()).doesNotHaveDuplicates());
            }
        }
    }

    @Test
    void tablesAreRefused() {
        Task table = new Task(Shape.features(13), 3);

        assertThatThrownBy(() -> Spaces.plugins().create(PluginSpec.of(id()), table))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("needs images");
    }

    private Optional<String> cell(Matrix matrix) {
        return parsed(matrix.text(random)).map(Architecture::text);
    }

    private Optional<Architecture> parsed(String text) {
        try {
            return Optional.of(space().parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
