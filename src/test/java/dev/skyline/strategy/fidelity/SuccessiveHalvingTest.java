package dev.skyline.strategy.fidelity;

import dev.skyline.strategy.Toy;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class SuccessiveHalvingTest extends EffortTest {

    @Override
    protected String id() {
        return "successive-halving";
    }

    @Test
    void ofEveryRungAThirdClimbsAndThenItBeginsAnew() {
        EffortBench bench = EffortBench.toy(Toy.ONE, 27);

        assertThat(schedule(bench.strategy("successive-halving", Map.of()), bench, 50))
                .isEqualTo("27@1 9@3 3@9 1@27 10@1");
    }

    @Test
    void rungsMayBeThoseOfATable() {
        EffortBench bench = EffortBench.toy(Toy.ONE, 200);

        assertThat(schedule(
                        bench.strategy("successive-halving", Map.of("trials", 6, "rungs", List.of(12, 50))), bench, 9))
                .isEqualTo("6@12 2@50 1@200");
    }
}
