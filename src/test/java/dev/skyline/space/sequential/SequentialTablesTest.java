package dev.skyline.space.sequential;

import dev.skyline.network.Costs;
import dev.skyline.network.Shape;
import dev.skyline.space.SearchSpaceContract;
import dev.skyline.space.Task;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class SequentialTablesTest extends SearchSpaceContract {

    @Override
    protected String id() {
        return "sequential";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of("minLayers", 1, "maxLayers", 4, "units", List.of(4, 8, 16));
    }

    @Override
    protected Task task() {
        return new Task(Shape.features(13), 3);
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
        return Math.pow(3, -ChainTexts.dense(text).size()) / 4;
    }

    @Override
    protected List<String> badTexts() {
        return List.of(
                "flatten",
                "conv3x3-8|flatten|dense-4",
                "dense-5",
                "dense-4|dense-4|dense-4|dense-4|dense-4",
                "dense-04");
    }

    @Test
    void everyMutantIsANeighbour() {
        assertEveryMutantIsANeighbour();
    }

    @Test
    void theClassifierFollowsTheDenseLayers() {
        assertThat(Costs.of(space().decode(space().parse("dense-16|dense-8"))).parameters())
                .isEqualTo(14 * 16 + 17 * 8 + 9 * 3);
    }
}
