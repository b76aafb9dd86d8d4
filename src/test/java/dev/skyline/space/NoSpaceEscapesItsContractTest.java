package dev.skyline.space;

import dev.skyline.ContractTests;
import dev.skyline.plugin.Plugin;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NoSpaceEscapesItsContractTest {

    @Test
    void everyRegisteredSpaceIsHeldToTheContract() {
        assertThat(ContractTests.of(SearchSpaceContract.class).stream().map(SearchSpaceContract::id))
                .containsAll(Spaces.plugins().all().stream().map(Plugin::id).toList());
    }
}
