package dev.skyline.strategy;

import dev.skyline.ContractTests;
import dev.skyline.plugin.Plugin;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NoStrategyEscapesItsContractTest {

    @Test
    void everyRegisteredStrategyIsHeldToTheContract() {
        assertThat(ContractTests.of(SearchStrategyContract.class).stream().map(SearchStrategyContract::id))
                .containsAll(Strategies.plugins().all().stream().map(Plugin::id).toList());
    }
}
