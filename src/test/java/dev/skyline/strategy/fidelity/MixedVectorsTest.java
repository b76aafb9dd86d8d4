package dev.skyline.strategy.fidelity;

import dev.skyline.space.Decision;
import dev.skyline.space.SearchSpace.Encodable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class MixedVectorsTest {

    private static final MixedVectors VECTORS = new MixedVectors(List.of(
            new Decision("operation", List.of("conv", "pool", "none"), false),
            new Decision("width", List.of("8", "16", "32", "64"), true)));

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void levelsAreTheMiddlesOfEqualPartsAndOptionsTheirIndices() {
        List<double[]> vectors = VECTORS.vectors(List.of(new int[] {2, 0}, new int[] {0, 3}), random);

        assertThat(vectors.get(0)).containsExactly(2, 0.125);
        assertThat(vectors.get(1)).containsExactly(0, 0.875);
        assertThat(VECTORS.choices(vectors.get(0))).containsExactly(2, 0);
        assertThat(VECTORS.choices(new double[] {1, 1.0})).containsExactly(1, 3);
        assertThat(VECTORS.choices(new double[] {1, 0.5})).containsExactly(1, 2);
    }

    @Test
    void aDecisionThatDoesNotApplyTakesAValueThatOthersHave() {
        List<double[]> vectors =
                VECTORS.vectors(List.of(new int[] {0, Encodable.NONE}, new int[] {1, 1}, new int[] {1, 2}), random);

        assertThat(vectors.get(0)[1]).isIn(0.375, 0.625);
    }

    @Test
    void aDecisionThatAppliesToNoneTakesAnyValue() {
        List<double[]> vectors = VECTORS.vectors(List.of(new int[] {0, Encodable.NONE}), random);

        assertThat(VECTORS.choices(vectors.get(0))[1]).isBetween(0, 3);
    }
}
