package dev.skyline.metric;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class NonDominatedSortTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void ranksAreThoseOfPeelingOffOneFrontAfterTheOther(int objectives) {
        SplittableRandom random = new SplittableRandom(objectives);
        for (int i = 0; i < 200; i++) {
            List<Score> scores = RandomVectors.onGrid(random.nextInt(60), objectives, 6, random).stream()
                    .map(vector -> new Score(vector, random.nextInt(3) / 10.0))
                    .toList();

            assertThat(NonDominatedSort.ranks(scores)).isEqualTo(peeled(scores));
        }
    }

    @Test
    void feasibilityComesBeforeObjectivesAndLessViolationBeforeMore() {
        List<Score> scores = List.of(
                new Score(new double[] {0, 0}, 0.2),
                new Score(new double[] {9, 9}, 0),
                new Score(new double[] {5, 5}, 0.1),
                new Score(new double[] {9, 8}, 0));

        assertThat(NonDominatedSort.ranks(scores)).containsExactly(3, 1, 2, 0);
    }

    @Test
    void solutionsOfUnknownObjectivesAreRankedByTheirViolationAlone() {
        double[] unknown = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};

        assertThat(NonDominatedSort.ranks(
                        List.of(new Score(unknown, 0.5), new Score(unknown, 0.1), new Score(unknown, 0.5))))
                .containsExactly(1, 0, 1);
    }

    private static int[] peeled(List<Score> scores) {
        int[] ranks = new int[scores.size()];
        Arrays.fill(ranks, -1);
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < ranks.length; i++) {
            left.add(i);
        }
        for (int rank = 0; !left.isEmpty(); rank++) {
            List<Integer> others = List.copyOf(left);
            for (int i : others) {
                if (others.stream().noneMatch(j -> scores.get(j).dominates(scores.get(i)))) {
                    ranks[i] = rank;
                    left.remove((Integer) i);
                }
            }
        }
        return ranks;
    }
}
