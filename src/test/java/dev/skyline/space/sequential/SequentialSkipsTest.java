package dev.skyline.space.sequential;

import dev.skyline.network.Costs;
import dev.skyline.network.Layer.Add;
import dev.skyline.network.Layer.Dropout;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.Shape;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.SearchSpaceContract;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class SequentialSkipsTest extends SearchSpaceContract {

    @Override
    protected String id() {
        return "sequential";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of(
                "maxLayers",
                2,
                "filters",
                List.of(4, 8),
                "kernels",
                List.of(3),
                "maxPoolings",
                1,
                "heads",
                List.of("global-average"),
                "maxDenseLayers",
                0,
                "skips",
                true,
                "dropouts",
                List.of(0, 0.25, 0.5));
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
        double probability = 1.0 / 2 / 3;
        int poolings = 0;
        for (String block : ChainTexts.blocks(text)) {
            probability /= poolings < 1 ? 4 : 2;
            poolings += ChainTexts.isPooling(block) ? 1 : 0;
            probability /= ChainTexts.isPooling(block) ? 1 : 4;
        }
        return probability;
    }

    @Override
    protected List<String> badTexts() {
        return List.of(
                "conv3x3-4+skip+skip|global",
                "conv3x3-4+|global",
                "conv3x3-4|max+skip|global",
                "conv3x3-4|global|drop-0.3",
                "conv3x3-4|global|drop-0.0",
                "conv3x3-4|global|drop-0.50",
                "conv3x3-4|global|drop-NaN",
                "conv3x3-4|global|drop-",
                "conv3x3-4|global|drop-0.5|drop-0.5",
                "conv3x3-4|drop-0.5|global");
    }

    @Test
    void everyMutantIsANeighbour() {
        assertEveryMutantIsANeighbour();
    }

    @Test
    void aSkipConnectionAddsTheInputBeforeTheReluAndProjectsItWhereChannelsDiffer() {
        Network network = space().decode(space().parse("conv3x3-4+skip|sep3x3-4+skip|global|drop-0.25"));

        assertThat(network.nodes())
                .filteredOn(node -> node.layer() instanceof Add)
                .extracting(Node::inputs)
                .containsExactly(List.of("layer1.norm", "layer1.shortcut.norm"), List.of("layer2.norm", "layer1.relu"));
        assertThat(network.nodes()).extracting(Node::layer).contains(new Dropout(0.25));
        assertThat(Costs.of(network).parameters())
                .isEqualTo((9 * 4 + 8) + (4 + 8) + (9 * 4 + 4 * 4 + 8) + (4 + 1) * 10);
    }

    @Test
    void withoutThemTextsAndSizesAreAsBefore() {
        Map<String, Object> off = Map.of(
                "maxLayers",
                2,
                "filters",
                List.of(4, 8),
                "kernels",
                List.of(3),
                "maxPoolings",
                1,
                "heads",
                List.of("global-average"),
                "maxDenseLayers",
                0);
        SearchSpace plain = Spaces.plugins().create(new PluginSpec(id(), off), task());

        // A layer is one of 4 convolutions or 2 poolings, of which one may stand.
        assertThat(plain.size()).isEqualTo(6 + 4 * 4 + 2 * 4 * 2);
        assertThat(space().size()).isEqualTo(3 * (10 + 8 * 8 + 2 * 8 * 2));
        assertThat(plain.contains(plain.parse("conv3x3-4|max|global"))).isTrue();
        assertThat(((SearchSpace.Encodable) plain).decisions())
                .extracting(decision -> decision.name())
                .doesNotContain("layer1.skip", "dropout");
    }
}
