package dev.skyline.search;

import dev.skyline.architecture.Architecture;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.network.Costs;
import dev.skyline.network.Shape;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.search.FeasibilitySearch.Nearest;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class FeasibilitySearchTest {

    private static final MetricKey PARAMETERS = MetricKey.of(Metric.PARAMETERS);
    private static final MetricKey MACS = MetricKey.of(Metric.MACS);

    private final SearchSpace cells = space("nas-bench-201", Map.of());
    private final long fewest = cellsAll()
            .map(a -> costs(cells, a))
            .mapToLong(c -> (long) c.value(PARAMETERS).orElseThrow())
            .min()
            .orElseThrow();

    @Test
    void theOnlyFeasibleArchitecturesAreFound() {
        List<Constraint> tight = List.of(Constraint.atMost(PARAMETERS, fewest), Constraint.atMost(MACS, 1e9));

        Nearest nearest = search(cells, tight).nearest(new SplittableRandom(1));

        assertThat(nearest.isFeasible()).isTrue();
        assertThat(nearest.costs().value(PARAMETERS)).hasValue(fewest);
        assertThat(nearest.looked()).isLessThan(2_000);
    }

    @Test
    void thatASmallSpaceHoldsNothingIsProvedAndTheNearestNamed() {
        FeasibilitySearch search = search(cells, List.of(Constraint.atMost(PARAMETERS, fewest - 1)));

        Nearest nearest = search.nearest(new SplittableRandom(1));

        assertThat(nearest.isFeasible()).isFalse();
        assertThat(nearest.whole()).isTrue();
        assertThat(nearest.looked()).isEqualTo(15_625);
        assertThat(nearest.costs().value(PARAMETERS)).hasValue(fewest);
        assertThat(search.explained(nearest).message())
                .startsWith("none of the 15625 architectures of this space meets the constraints")
                .contains("parameters ≤ " + (fewest - 1) + " with " + fewest);
    }

    @Test
    void aLargeSpaceIsWalkedDownhillAndNothingMoreIsClaimed() {
        SearchSpace darts = space("darts", Map.of());
        FeasibilitySearch search = search(darts, List.of(Constraint.atMost(PARAMETERS, 10)));

        Nearest nearest = search.nearest(new SplittableRandom(1));

        assertThat(nearest.whole()).isFalse();
        assertThat(search.explained(nearest).message()).contains("looked at, sampled and walked downhill");
    }

    @Test
    void aWindowBetweenTwoBoundsIsHitFromAbove() {
        List<Constraint> window =
                List.of(Constraint.atMost(PARAMETERS, fewest + 1_500), Constraint.atLeast(PARAMETERS, fewest + 1));
        FeasibilitySearch search = search(cells, window);
        Architecture largest = cells.parse(
                "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|nor_conv_3x3~0|nor_conv_3x3~1|nor_conv_3x3~2|");

        assertThat(search.repaired(largest, new SplittableRandom(1)))
                .map(a -> costs(cells, a).value(PARAMETERS).orElseThrow())
                .hasValueSatisfying(p -> assertThat(p).isBetween(fewest + 1.0, fewest + 1_500.0));
    }

    private java.util.stream.Stream<Architecture> cellsAll() {
        return ((SearchSpace.Enumerable) cells).all();
    }

    private static FeasibilitySearch search(SearchSpace space, List<Constraint> constraints) {
        return new FeasibilitySearch(space, constraints, a -> costs(space, a));
    }

    private static Measurements costs(SearchSpace space, Architecture architecture) {
        return Beforehand.ofNetwork(Costs.of(space.decode(architecture)));
    }

    private static SearchSpace space(String id, Map<String, Object> settings) {
        return Spaces.plugins().create(new PluginSpec(id, settings), new Task(Shape.image(1, 8, 8), 10));
    }
}
