package dev.skyline.space;

import dev.skyline.Benchmarks;
import dev.skyline.architecture.Architecture;
import dev.skyline.network.Costs;
import dev.skyline.network.Shape;
import dev.skyline.plugin.PluginSpec;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Costs of whole networks against the tables of the benchmarks: 32×32 images of three channels, ten classes. */
class PublishedCostsTest {

    private static final int CLASSES = 10;
    private static final Task CIFAR10 = new Task(Shape.image(3, 32, 32), CLASSES);

    @Test
    void allNetworksOfNasBench201CostWhatItsTableSays() throws IOException {
        SearchSpace space = space("nas-bench-201", Map.of("cells", 5, "channels", 16));

        List<Architecture> architectures = check(space, "nb201-cifar10.csv.gz", (row, costs) -> {
            double macs = Double.parseDouble(row.get("macs"));
            assertThat((double) costs.macs()).isCloseTo(macs, within(1e-6 * macs));
        });
        assertThat(architectures).hasSize(15_625);
    }

    @Test
    void allNetworksOfNasBenchMacroCostWhatItsTableSays() throws IOException {
        SearchSpace space = space("nas-bench-macro", Map.of("channels", 32, "features", 1280));

        // The table leaves the classifier's bias, one for each class, out of its MACs.
        List<Architecture> architectures = check(
                space,
                "nb-macro-cifar10.csv.gz",
                (row, costs) -> assertThat(costs.macs() - CLASSES).isEqualTo(Long.parseLong(row.get("macs"))));
        assertThat(architectures).hasSize(6_561);
    }

    @Test
    void allNetworksOfTheSliceOfNasBench101CostWhatItsTableSays() throws IOException {
        SearchSpace space = space("nas-bench-101", Map.of("stacks", 3, "cells", 3, "channels", 128));

        List<Architecture> architectures = check(space, "nb101-30k.csv.gz", (row, costs) -> {});
        assertThat(architectures.stream().map(architecture -> architecture.id().value()))
                .as("hashes, by which the table is sorted")
                .hasSize(30_001)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    /** The architectures of the table, in its order; a row of the same architecture at other epochs is left out. */
    private static List<Architecture> check(
            SearchSpace space, String table, BiConsumer<Map<String, String>, Costs> furtherChecks) throws IOException {
        List<Architecture> architectures = new ArrayList<>();
        String last = "";
        for (Map<String, String> row : Benchmarks.rows(table)) {
            String text = row.get("architecture");
            if (!text.equals(last)) {
                last = text;
                Architecture architecture = space.parse(text);
                Costs costs = Costs.of(space.decode(architecture));
                assertThat(costs.parameters()).as(text).isEqualTo(Long.parseLong(row.get("parameters")));
                furtherChecks.accept(row, costs);
                architectures.add(architecture);
            }
        }
        return architectures;
    }

    private static SearchSpace space(String id, Map<String, Object> settings) {
        return Spaces.plugins().create(new PluginSpec(id, settings), CIFAR10);
    }
}
