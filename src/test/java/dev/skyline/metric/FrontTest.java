package dev.skyline.metric;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class FrontTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void itHoldsExactlyTheFeasibleThatNoFeasibleDominates(int objectives) {
        SplittableRandom random = new SplittableRandom(objectives);
        for (int i = 0; i < 200; i++) {
            List<Score> scores = RandomVectors.onGrid(random.nextInt(40), objectives, 5, random).stream()
                    .map(vector -> new Score(vector, random.nextInt(3) == 0 ? random.nextDouble() : 0))
                    .toList();
            List<Score> expected = scores.stream()
                    .filter(score -> score.isFeasible() && scores.stream().noneMatch(other -> other.dominates(score)))
                    .toList();

            assertThat(Front.of(scores, Function.identity())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void itIsOrderedByTheFirstObjectiveAndKeepsEqualSolutionsInTheirOrder() {
        List<String> items = List.of("3 1 a", "1 3 a", "2 2 a", "2 2 b", "2 3 a", "1 3 b");

        assertThat(Front.of(items, FrontTest::score)).containsExactly("1 3 a", "1 3 b", "2 2 a", "2 2 b", "3 1 a");
    }

    @Test
    void withoutAFeasibleSolutionItIsEmpty() {
        assertThat(Front.of(List.of(new Score(new double[] {1, 1}, 0.1)), Function.identity()))
                .isEmpty();
        assertThat(Front.of(List.<Score>of(), Function.identity())).isEmpty();
    }

    @Test
    void aHundredThousandSolutionsOfTwoObjectivesAreNoTrouble() {
        List<double[]> line = RandomVectors.anywhere(100_000, 1, new SplittableRandom(1)).stream()
                .map(v -> new double[] {v[0], 1 - v[0]})
                .toList();

        assertThat(Front.of(line, vector -> new Score(vector, 0)))
                .hasSameSizeAs(line.stream().map(v -> v[0]).collect(Collectors.toSet()));
    }

    private static Score score(String item) {
        String[] values = item.split(" ");
        return new Score(new double[] {Double.parseDouble(values[0]), Double.parseDouble(values[1])}, 0);
    }
}
