package dev.skyline.strategy.gaussian;

import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Objective;
import dev.skyline.metric.Problem;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Nb201Table;
import dev.skyline.strategy.SearchStrategyContract;
import dev.skyline.strategy.Simulation;
import dev.skyline.strategy.Toy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GaussianProcessTest extends SearchStrategyContract {

    @Override
    protected String id() {
        return "gaussian-process";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of("mutants", 30, "randomCandidates", 10, "wholeSpace", 0);
    }

    @Override
    protected List<Class<? extends SearchSpace>> needs() {
        return List.of(SearchSpace.Encodable.class, SearchSpace.Mutable.class);
    }

    @Override
    protected boolean isMultiObjective() {
        return true;
    }

    @Override
    protected boolean learns() {
        return true;
    }

    /** The contract's searches look at mutants. */
    @Test
    void aSpaceLookedAtAsAWholeIsNotRepeatedEither() {
        assertThat(new Simulation(Toy.space(), Toy.TWO, Toy::outcome).run(strategy(Toy.TWO, Map.of()), 60, 3, 1))
                .extracting(trial -> trial.architecture().id())
                .doesNotHaveDuplicates();
    }

    /** A mean over three searches of a standard deviation of 0.002 at most; the limit is the figure for twenty. */
    @Test
    void onTheBenchmarkAFewSearchesComeCloseToTheBest() throws IOException {
        assertThat(Nb201Table.load().meanBest(strategy(Toy.ONE, Map.of()), 100, 3))
                .isGreaterThan(0.9120);
    }

    /** The reference is 0.9148±0.0017. */
    @Test
    @Tag("figures")
    void onTheBenchmarkItFindsWhatTheReferenceFinds() throws IOException {
        assertThat(Nb201Table.load().meanBest(strategy(Toy.ONE, Map.of()), 150, 30))
                .isGreaterThanOrEqualTo(0.9148);
    }

    @Test
    void anObjectiveTooManyIsRefusedWithAHint() {
        Problem three = new Problem(
                List.of(
                        Objective.of(Toy.ACCURACY),
                        Objective.of(Toy.PARAMETERS),
                        Objective.of(MetricKey.of(Metric.MACS))),
                List.of());

        assertThatThrownBy(() -> strategy(three))
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        e -> assertThat(e.violations())
                                .singleElement()
                                .satisfies(v -> assertThat(v.message()).contains("constraints")));
    }
}
