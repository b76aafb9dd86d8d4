package dev.skyline.hardware.predictor;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LatencyFeaturesTest {

    /** Its 3x3 convolution does not reach the output. */
    private static final String WITH_DEAD_EDGE = "|nor_conv_3x3~0|+|none~0|none~1|+|nor_conv_1x1~0|none~1|none~2|";

    @Test
    void operatorsThatDoNotReachTheOutputCountInTheWholeAndNotInWhatIsLeft() {
        Map<String, Double> features = LatencyFeatures.of(Devices.network(WITH_DEAD_EDGE));
        // besides the cells': one in the stem, and one of stride 1 in each of the two reductions
        assertThat(features.get("all count conv3x3")).isEqualTo(3 + 1 + 2);
        assertThat(features.get("live count conv3x3")).isEqualTo(1 + 2);
        assertThat(features.get("all count conv1x1")).isEqualTo(features.get("live count conv1x1"));
        assertThat(features.get("live longest operators")).isLessThan(features.get("live operators"));
    }

    @Test
    void neighboursThatARuntimeMayFuseAreCounted() {
        Map<String, Double> features = LatencyFeatures.of(Devices.network(WITH_DEAD_EDGE));
        assertThat(features.get("live pair conv1x1 norm")).isEqualTo(3);
        assertThat(features.get("live pair relu conv1x1")).isEqualTo(3);
        assertThat(LatencyFeatures.isPlain("all count conv1x1")).isTrue();
        assertThat(LatencyFeatures.isPlain("all pair relu conv1x1")).isFalse();
        assertThat(LatencyFeatures.isPlain("live count conv1x1")).isFalse();
    }

    @Test
    void columnsThatSayTheSameOrNothingAreLeftOut() {
        FeatureTable table = FeatureTable.of(List.of(
                Map.of("all a", 1.0, "all b", 2.0, "live c", -1.0, "all same", 7.0),
                Map.of("all a", 1.0, "all b", 2.0, "live c", -1.0, "all same", 7.0),
                Map.of("all a", 1.0, "all b", 2.0, "live c", -1.0, "all same", 7.0),
                Map.of("all a", 3.0, "all b", 6.0, "live c", -3.0, "all same", 7.0),
                Map.of("all a", 4.0, "all b", 8.0, "live c", -4.0, "all same", 7.0),
                Map.of("all same", 7.0, "live d", 1.0)));
        assertThat(table.names()).containsExactly("all a");
        assertThat(table.plain()).isEqualTo(1);
        assertThat(table.row(Map.of("all a", 10.0 / 6))[0]).isCloseTo(0, within(1e-12));
    }
}
