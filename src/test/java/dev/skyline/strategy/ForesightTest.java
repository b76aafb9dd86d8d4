package dev.skyline.strategy;

import dev.skyline.architecture.Architecture;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Problem;
import dev.skyline.plugin.Plugin;
import dev.skyline.plugin.PluginSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Strategies that know the parameters of the toy beforehand: nearly half of its cells have more than are allowed. */
class ForesightTest {

    private static final Known PARAMETERS =
            architecture -> Optional.of(Toy.measurements(architecture).only(Toy.PARAMETERS::equals));

    private static final Known NO_ROW_FOR_ODD_ONES = architecture ->
            architecture.text().hashCode() % 2 == 0 ? Optional.of(Measurements.none()) : Optional.empty();

    static Stream<String> all() {
        return Strategies.plugins().all().stream().map(Plugin::id);
    }

    private static SearchStrategy make(String id, Problem problem, Known known) {
        Map<String, Object> settings = id.equals("gaussian-process") ? Map.of("wholeSpace", 0) : Map.of();
        return Strategies.plugins()
                .create(
                        new PluginSpec(id, settings),
                        new StrategyContext(Toy.space(), problem, Fidelity.epochs(27), known, Identity.FUNCTION));
    }

    /** That fifty draws at random are all infeasible has a chance below 10⁻¹⁶. */
    @ParameterizedTest
    @MethodSource("all")
    void nothingKnownToBeInfeasibleIsProposed(String id) {
        SearchStrategy strategy = make(id, Toy.CONSTRAINED, PARAMETERS);

        assertThat(new Simulation(Toy.space(), Toy.CONSTRAINED, Toy::outcome).run(strategy, 40, 2, 1))
                .allMatch(trial -> Toy.CONSTRAINED.broken(trial.measurements()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingIsProposedThatIsKnownToHaveNoResult(String id) {
        SearchStrategy strategy = make(id, Toy.ONE, NO_ROW_FOR_ODD_ONES);

        assertThat(new Simulation(Toy.space(), Toy.ONE, Toy::outcome).run(strategy, 40, 2, 1))
                .allMatch(trial -> trial.architecture().text().hashCode() % 2 == 0);
    }

    @Test
    void aProspectSaysWhatIsKnownAndWhatNot() {
        Architecture cell = Toy.space().parse("|nor_conv_3x3~0|+|none~0|none~1|+|none~0|skip_connect~1|none~2|");
        Foresight.Prospect two = new Foresight(Toy.TWO, PARAMETERS).of(cell);
        Foresight.Prospect constrained = new Foresight(Toy.CONSTRAINED, PARAMETERS).of(cell);

        assertThat(two.objectives()).containsExactly(Double.NaN, 1);
        assertThat(two.feasible()).isTrue();
        assertThat(constrained.met()).containsExactly(true);
        assertThat(new Foresight(Toy.CONSTRAINED, Known.NOTHING).of(cell).met()).containsExactly(false);
    }
}
