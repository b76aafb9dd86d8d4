package dev.skyline.strategy.fidelity;

import dev.skyline.metric.Score;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class ScalarizedTest {

    private record Item(String name, Score score) implements Scored {

        static Item of(String name, double violation, double... objectives) {
            return new Item(name, new Score(objectives, violation));
        }
    }

    private static final List<Item> ITEMS = List.of(
            Item.of("failed", Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY),
            Item.of("dominated", 0, 0.9, 900),
            Item.of("far", 3, 0, 0),
            Item.of("accurate", 0, 0.1, 1_000),
            Item.of("balanced", 0, 0.3, 300),
            Item.of("near", 1, 0, 0),
            Item.of("small", 0, 1.0, 100));

    @Test
    void everyPartOfTheFrontIsTheBestUnderSomeWeightsAndNothingElseIs() {
        SplittableRandom random = new SplittableRandom(1);
        Set<String> best = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            best.add(Scalarized.bestFirst(ITEMS, random).get(0).name());
        }

        assertThat(best).containsExactlyInAnyOrder("accurate", "balanced", "small");
    }

    @Test
    void whatBreaksAConstraintComesAfterAllOthersTheWorstLast() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 20; i++) {
            assertThat(Scalarized.bestFirst(ITEMS, random).subList(4, 7))
                    .extracting(Item::name)
                    .containsExactly("near", "far", "failed");
        }
    }

    @Test
    void whereNothingIsKnownOfAnyTheOrderStays() {
        List<Item> failed = List.of(ITEMS.get(0), ITEMS.get(0));

        assertThat(Scalarized.bestFirst(failed, new SplittableRandom(3))).isEqualTo(failed);
    }
}
