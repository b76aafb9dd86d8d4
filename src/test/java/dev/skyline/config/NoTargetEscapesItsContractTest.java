package dev.skyline.config;

import dev.skyline.ContractTests;
import dev.skyline.hardware.HardwareTargetContract;
import dev.skyline.hardware.MemoryDocuments;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NoTargetEscapesItsContractTest {

    @Test
    void everyRegisteredKindOfTargetIsHeldToTheContract() {
        assertThat(ContractTests.everywhere(HardwareTargetContract.class).stream()
                        .map(HardwareTargetContract::id))
                .containsAll(new CatalogueConfiguration()
                        .catalogue(
                                null, null, null, null, new MemoryDocuments(), new AgentWiring(null, null, null, null))
                        .targets()
                        .ids());
    }
}
