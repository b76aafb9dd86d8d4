package dev.skyline.space.nasbenchmacro;

import dev.skyline.architecture.Architecture;
import dev.skyline.network.Layer.Add;
import dev.skyline.network.Network;
import dev.skyline.network.Shape;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpaceContract;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NasBenchMacroTest extends SearchSpaceContract {

    private static final NasBenchMacro PUBLISHED =
            new NasBenchMacro(new NasBenchMacro.Settings(32, 1280), new Task(Shape.image(3, 32, 32), 10));

    @Override
    protected String id() {
        return "nas-bench-macro";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of("channels", 4, "features", 16);
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
        return differences(child, mother) + differences(child, father) == differences(mother, father);
    }

    @Override
    protected double probability(String text) {
        return 1.0 / 6_561;
    }

    @Override
    protected List<String> badTexts() {
        return List.of("0000000", "000000000", "00000003", "0000000/", " 0000000", "0000000\n");
    }

    @Test
    void everyMutantIsANeighbour() {
        assertEveryMutantIsANeighbour();
    }

    @Test
    void identitiesWithinAStageMayStandAnywhere() {
        assertThat(PUBLISHED.all().map(Architecture::id).distinct()).hasSize(9 * 21 * 21);
        assertThat(List.of("01201102", "01210120", "01211102"))
                .extracting(text -> PUBLISHED.parse(text).id())
                .satisfies(ids -> assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2)));
    }

    @Test
    void shortcutsLeadAroundTheResidualsThatKeepTheShapeOnly() {
        assertThat(shortcuts("22222222")).isEqualTo(5);
        assertThat(shortcuts("10100100")).isZero();
    }

    private static long shortcuts(String text) {
        return PUBLISHED.decode(PUBLISHED.parse(text)).nodes().stream()
                .filter(node -> node.layer() instanceof Add)
                .count();
    }

    @Test
    void everyStageHalvesTheImageAndDoublesTheChannels() {
        for (String text : List.of("00000000", "11111111", "22222222")) {
            Network network = PUBLISHED.decode(PUBLISHED.parse(text));

            assertThat(network.nodes().stream().map(node -> network.shape(node.name())))
                    .containsSubsequence(
                            Shape.image(32, 32, 32),
                            Shape.image(64, 16, 16),
                            Shape.image(128, 8, 8),
                            Shape.image(256, 4, 4),
                            Shape.image(1280, 4, 4));
        }
    }

    @Test
    void tablesAreRefused() {
        Task table = new Task(Shape.features(13), 3);

        assertThatThrownBy(() -> Spaces.plugins().create(PluginSpec.of(id()), table))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("needs images");
    }
}
