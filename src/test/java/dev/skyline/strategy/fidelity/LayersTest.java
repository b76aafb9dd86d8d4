package dev.skyline.strategy.fidelity;

import dev.skyline.metric.NonDominatedSort;
import dev.skyline.metric.Score;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class LayersTest {

    private record Item(int number, Score score) implements Scored {}

    /** Coarse values, so that many are equal, and a third that break a constraint. */
    private static List<Item> items(int objectives, int count, SplittableRandom random) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] values = random.ints(objectives, 0, 8).asDoubleStream().toArray();
            items.add(new Item(i, new Score(values, Math.max(0, random.nextInt(6) - 3))));
        }
        return items;
    }

    @Test
    void frontsThatGrowItemByItemAreThoseOfASortOfAll() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 200; round++) {
            List<Item> items = items(1 + round % 3, random.nextInt(1, 80), random);
            int[] ranks = NonDominatedSort.ranks(items.stream().map(Item::score).toList());
            List<List<Ties<Item>>> fronts = Layers.of(items).fronts();

            for (int rank = 0; rank < fronts.size(); rank++) {
                int expected = rank;
                assertThat(fronts.get(rank).stream().flatMap(ties -> ties.items().stream()))
                        .extracting(Item::number)
                        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, ranks.length)
                                .filter(i -> ranks[i] == expected)
                                .boxed()
                                .toList());
            }
        }
    }

    @Test
    void theBestOfASingleObjectiveAreTheSmallestAndOfEqualOnesTheFirst() {
        List<Item> items = IntStream.of(3, 1, 2, 1, 3, 1)
                .mapToObj(value -> new Score(new double[] {value}, 0))
                .collect(ArrayList::new, (list, score) -> list.add(new Item(list.size(), score)), List::addAll);

        assertThat(Layers.of(items).best(2)).extracting(Item::number).containsExactly(1, 3);
        assertThat(Layers.of(items).best(99)).extracting(Item::number).containsExactly(1, 3, 5, 2, 0, 4);
    }

    @Test
    void ofAFrontThatDoesNotFitTheExtremesAndTheLonelyAreTaken() {
        List<Item> items = new ArrayList<>();
        for (double x : new double[] {0, 0.5, 0.51, 0.52, 1}) {
            items.add(new Item(items.size(), new Score(new double[] {x, 1 - x}, 0)));
        }

        assertThat(Layers.of(items).best(4)).extracting(Item::number).containsExactlyInAnyOrder(0, 4, 1, 3);
        assertThat(Layers.of(items).best(0)).isEmpty();
    }
}
