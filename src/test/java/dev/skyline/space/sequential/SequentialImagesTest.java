package dev.skyline.space.sequential;

import dev.skyline.network.Costs;
import dev.skyline.network.Network;
import dev.skyline.network.NetworkDocument;
import dev.skyline.network.Shape;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.InvalidSettings.Violation;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.SearchSpaceContract;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SequentialImagesTest extends SearchSpaceContract {

    @Override
    protected String id() {
        return "sequential";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of(
                "maxLayers", 2, "filters", List.of(4, 8), "maxPoolings", 1, "units", List.of(8, 16), "minLayers", 1);
    }

    @Override
    protected Task task() {
        return new Task(Shape.image(1, 8, 8), 10);
    }

    @Override
    protected int differences(String a, String b) {
        return ChainTexts.differences(a, b);
    }

    @Override
    protected boolean isBetween(String child, String mother, String father) {
        return ChainTexts.isBetween(child, mother, father);
    }

    @Override
    protected double probability(String text) {
        double probability = 1.0 / 2;
        int poolings = 0;
        for (String block : ChainTexts.blocks(text)) {
            probability /= poolings < 1 ? 4 : 2;
            poolings += ChainTexts.isPooling(block) ? 1 : 0;
            probability /= ChainTexts.isPooling(block) ? 1 : 4;
        }
        return probability / 2 / 2 / Math.pow(2, ChainTexts.dense(text).size());
    }

    @Override
    protected List<String> badTexts() {
        return List.of(
                "conv3x3-4",
                "flatten",
                "conv3x3-4|flatten|flatten",
                "conv3x3-4|flatten|max",
                "conv3x3-4|dense-8|flatten",
                "conv3x3-5|flatten",
                "conv7x7-4|flatten",
                "conv3x5-4|flatten",
                "conv03x03-4|flatten",
                "conv|flatten",
                "max3x3-4|flatten",
                "max|avg|flatten",
                "max|conv3x3-4|conv3x3-4|flatten",
                "conv3x3-4|flatten|dense-9",
                "conv3x3-4|flatten|dense-8|dense-8",
                "conv3x3-4|flatten|dense-",
                "conv3x3-4|flatten|dense-+8",
                "conv3x3-4||flatten",
                "conv3x3-4|flatten|",
                "Conv3x3-4|flatten");
    }

    @Test
    void everyMutantIsANeighbour() {
        assertEveryMutantIsANeighbour();
    }

    @Test
    void anArchitectureDecodesToTheLayersThatItsTextNames() {
        SearchSpace space = create(Map.of());
        Network network = space.decode(space.parse("conv3x3-16|max|sep5x5-32|avg|flatten|dense-64"));

        assertThat(network.nodes().stream().map(node -> NetworkDocument.typeName(node.layer())))
                .containsExactly(
                        "convolution",
                        "batchNorm",
                        "activation",
                        "pooling",
                        "depthwiseConvolution",
                        "convolution",
                        "batchNorm",
                        "activation",
                        "pooling",
                        "flatten",
                        "dense",
                        "activation",
                        "dense",
                        "softmax");
        assertThat(Costs.of(network).parameters())
                .isEqualTo((9 * 16 + 32) + (25 * 16 + 16 * 32 + 64) + (2 * 2 * 32 + 1) * 64 + (64 + 1) * 10);
    }

    @Test
    void aGlobalAverageTakesTheImageSizeOutOfTheParameters() {
        SearchSpace space = create(Map.of());

        assertThat(Costs.of(space.decode(space.parse("conv3x3-16|global"))).parameters())
                .isEqualTo(9 * 16 + 32 + 17 * 10);
    }

    @Test
    void theSizeOfALargeSpaceIsExact() {
        SearchSpace space = create(Map.of(
                "minLayers", 30, "maxLayers", 30, "maxPoolings", 0, "heads", List.of("flatten"), "maxDenseLayers", 0));

        assertThat(space.size()).isEqualTo(BigInteger.valueOf(2 * 3 * 2).pow(30));
        assertThat(((SearchSpace.Enumerable) space).all().limit(3)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "minLayers, 6, must be at most maxLayers",
        "maxPoolings, 4, must be at most 3 for images of 1×8×8",
        "minLayers, 0, must lie in [1",
    })
    void aNumberThatDoesNotFitIsRefusedByName(String field, int value, String message) {
        assertRefused(Map.of(field, value), field, message);
    }

    @Test
    void listsThatDoNotFitAreRefusedByName() {
        assertRefused(Map.of("operations", List.of("max-pooling")), "operations", "convolution");
        assertRefused(Map.of("operations", List.of("lstm")), "operations", "must be one of convolution, ");
        assertRefused(Map.of("kernels", List.of(3, 4)), "kernels", "odd");
        assertRefused(Map.of("filters", List.of()), "filters", "must not be empty");
        assertRefused(Map.of("heads", List.of("flatten", "flatten")), "heads", "twice");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> create(Map.of("minLayers", 6, "maxPoolings", 4, "kernels", List.of(2))))
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::field)
                                .containsExactly("minLayers", "kernels", "maxPoolings"));
    }

    @Test
    void aSpaceOfOneArchitectureIsRefused() {
        Map<String, Object> one = Map.of(
                "maxLayers", 1,
                "operations", List.of("convolution"),
                "filters", List.of(8),
                "kernels", List.of(3),
                "heads", List.of("flatten"),
                "maxDenseLayers", 0);

        assertRefused(one, "", "single architecture");
    }

    @Test
    void poolingsDoNotMatterWhereNoLayerPools() {
        SearchSpace space = Spaces.plugins()
                .create(
                        new PluginSpec(id(), Map.of("operations", List.of("convolution"))),
                        new Task(Shape.image(1, 2, 2), 2));

        assertThat(space.contains(space.parse("conv3x3-8|conv3x3-8|flatten"))).isTrue();
    }

    private void assertRefused(Map<String, Object> settings, String field, String message) {
        assertThatThrownBy(() -> create(settings))
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        e -> assertThat(e.violations()).singleElement().satisfies(violation -> {
                            assertThat(violation.field()).isEqualTo(field);
                            assertThat(violation.message()).contains(message);
                        }));
    }

    private SearchSpace create(Map<String, Object> settings) {
        return Spaces.plugins().create(new PluginSpec(id(), settings), task());
    }
}
