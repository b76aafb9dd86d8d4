package dev.skyline.strategy.nasbot;

import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpace;
import dev.skyline.strategy.Nb201Table;
import dev.skyline.strategy.SearchStrategy;
import dev.skyline.strategy.SearchStrategyContract;
import dev.skyline.strategy.SignTest;
import dev.skyline.strategy.Strategies;
import dev.skyline.strategy.StrategyContext;
import dev.skyline.strategy.Toy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class NasbotTest extends SearchStrategyContract {

    @Override
    protected String id() {
        return "nasbot";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of("modelled", 10, "generations", 1, "generationSize", 4);
    }

    @Override
    protected List<Class<? extends SearchSpace>> needs() {
        return List.of(SearchSpace.Mutable.class);
    }

    @Override
    protected boolean isMultiObjective() {
        return false;
    }

    @Override
    protected boolean learns() {
        return true;
    }

    @Test
    @Tag("figures")
    void onTheBenchmarkItFindsMoreThanRandomSearch() throws IOException {
        Nb201Table table = Nb201Table.load();
        SearchStrategy random =
                Strategies.plugins().create(PluginSpec.of("random"), new StrategyContext(Toy.space(), Toy.ONE));

        assertThat(SignTest.p(table.best(strategy(Toy.ONE, Map.of()), 100, 20), table.best(random, 100, 20)))
                .isLessThan(0.05);
    }
}
