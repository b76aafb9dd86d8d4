package dev.skyline.hardware.lookup;

import dev.skyline.network.RandomNetworks;
import dev.skyline.plugin.PluginSpec;
import dev.skyline.space.SearchSpace;
import dev.skyline.space.Spaces;
import dev.skyline.space.Task;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class OperatorsTest {

    private static final SearchSpace CELLS = Spaces.plugins()
            .create(
                    new PluginSpec("nas-bench-201", Map.of("cells", 1, "channels", 8)),
                    Task.of(List.of(1, 28, 28), 10));

    @Test
    void normalisationAndReluAreFusedAndWhatIsDeadOrZeroIsNotExecuted() {
        assertThat(texts("|nor_conv_3x3~0|+|none~0|none~1|+|nor_conv_1x1~0|none~1|skip_connect~2|", 3))
                .containsExactly(
                        "conv in=1x28x28 out=8x28x28 kernel=3x3 stride=1x1 groups=1",
                        "conv in=8x28x28 out=8x28x28 kernel=1x1 stride=1x1 groups=1",
                        "activation in=8x28x28 out=8x28x28 function=relu");
    }

    @Test
    void aReluBesideWhichAnotherLayerReadsIsAnOperatorAndEqualOnesAreExecutedOnce() {
        assertThat(texts("|nor_conv_3x3~0|+|nor_conv_3x3~0|none~1|+|skip_connect~0|skip_connect~1|skip_connect~2|", 5))
                .containsExactly(
                        "conv in=1x28x28 out=8x28x28 kernel=3x3 stride=1x1 groups=1",
                        "activation in=8x28x28 out=8x28x28 function=relu",
                        "conv in=8x28x28 out=8x28x28 kernel=3x3 stride=1x1 groups=1",
                        "conv in=8x28x28 out=8x28x28 kernel=3x3 stride=1x1 groups=1",
                        "add in=8x28x28+8x28x28+8x28x28 out=8x28x28");
    }

    private static List<String> texts(String cell, int first) {
        return Operators.of(CELLS.decode(CELLS.parse(cell))).stream()
                .limit(first)
                .map(LayerKey::text)
                .toList();
    }

    @Test
    void theOperatorsOfASpaceAreFoundByWalkingThroughIt() {
        Collection<LayerKey> all =
                Operators.of(((SearchSpace.Enumerable) CELLS).all().limit(2000).map(CELLS::decode), Integer.MAX_VALUE);
        SplittableRandom random = new SplittableRandom(1);
        Collection<LayerKey> sampled = Operators.of(Stream.generate(() -> CELLS.decode(CELLS.sample(random))), 60);
        assertThat(sampled).containsExactlyInAnyOrderElementsOf(all).hasSizeBetween(20, 60);
    }

    @Test
    void aProbeExecutesItsOperatorAndNothingElseThanTheOneWithout() {
        for (int seed = 0; seed < 100; seed++) {
            for (LayerKey key : Operators.of(RandomNetworks.ofImages(seed, 3))) {
                List<LayerKey> with = new ArrayList<>(Operators.of(Probes.with(key)));
                Operators.of(Probes.without(key))
                        .forEach(other -> assertThat(with.remove(other))
                                .as("%s of %s", other, key)
                                .isTrue());
                assertThat(with).as("what is timed of %s", key).contains(key);
                with.remove(key);
                assertThat(with).allSatisfy(cut -> assertThat(cut.type()).isEqualTo("truncate"));
            }
        }
    }
}
