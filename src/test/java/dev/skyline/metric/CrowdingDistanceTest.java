package dev.skyline.metric;

import org.junit.jupiter.api.Test;

import java.util.List;

import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CrowdingDistanceTest {

    @Test
    void itIsTheSizeOfTheBoxBetweenTheNeighboursRelativeToTheRange() {
        List<double[]> front =
                List.of(new double[] {0, 10}, new double[] {4, 0}, new double[] {1, 6}, new double[] {3, 1});

        assertThat(CrowdingDistance.of(front))
                .containsExactly(
                        new double[] {POSITIVE_INFINITY, POSITIVE_INFINITY, 3.0 / 4 + 9.0 / 10, 3.0 / 4 + 6.0 / 10},
                        within(1e-12));
    }

    @Test
    void anObjectiveWithoutAFiniteRangeCountsForNothing() {
        List<double[]> front =
                List.of(new double[] {0, 5, POSITIVE_INFINITY}, new double[] {1, 5, POSITIVE_INFINITY}, new double[] {
                    2, 5, POSITIVE_INFINITY
                });

        assertThat(CrowdingDistance.of(front)).containsExactly(POSITIVE_INFINITY, 1, POSITIVE_INFINITY);
    }

    @Test
    void fewSolutionsAreAllExtremes() {
        assertThat(CrowdingDistance.of(List.of())).isEmpty();
        assertThat(CrowdingDistance.of(List.of(new double[] {1, 2}))).containsExactly(POSITIVE_INFINITY);
        assertThat(CrowdingDistance.of(List.of(new double[] {1, 2}, new double[] {2, 1})))
                .containsExactly(POSITIVE_INFINITY, POSITIVE_INFINITY);
    }
}
