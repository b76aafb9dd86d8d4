package dev.skyline.strategy.bananas;

import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Nb201Fronts;
import dev.skyline.strategy.Nb201Table;
import dev.skyline.strategy.SearchStrategyContract;
import dev.skyline.strategy.SignTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class MoBananasTest extends SearchStrategyContract {

    @Override
    protected String id() {
        return "mo-bananas";
    }

    /** Small networks: they learn the toy as well, and forty searches take seconds. */
    @Override
    protected Map<String, Object> settings() {
        return Map.of("ensemble", 3, "layers", 2, "epochs", 40, "roundSize", 20, "batchSize", 8, "candidates", 40);
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

    @Test
    @Tag("figures")
    void onTheBenchmarkItCoversMoreOfTheFrontThanRandomSearch() throws IOException {
        Nb201Table table = Nb201Table.load();
        double[] ours = Nb201Fronts.hypervolumes(table, strategy(Nb201Fronts.PROBLEM, Map.of()), 200, 20);
        double[] random = Nb201Fronts.hypervolumesOfRandomSearch(table, 200, 20);

        assertThat(Arrays.stream(ours).average().orElseThrow())
                .isGreaterThan(Arrays.stream(random).average().orElseThrow());
        assertThat(SignTest.p(ours, random)).isLessThan(0.05);
    }
}
