package dev.skyline.hardware.predictor;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class SeenTest {

    private static final Seen SEEN = Seen.of(List.of(
            Map.of("all macs", 10.0, "all count conv3x3", 4.0, "all exact conv3x3 a b", 4.0),
            Map.of("all macs", 6.0, "all count conv3x3", 2.0, "all exact conv3x3 a c", 2.0)));

    private static double beyond(double macs, double convolutions) {
        return SEEN.beyond(Map.of("all macs", macs, "all count conv3x3", convolutions));
    }

    @Test
    void withinWhatWasSeenNothingIsBeyond() {
        assertThat(beyond(10, 2)).isZero();
        assertThat(beyond(8, 3)).isZero();
        assertThat(SEEN.unseen(Map.of("all macs", 8.0, "all count conv3x3", 3.0)))
                .isEmpty();
    }

    @Test
    void largerAndSmallerNetworksAreBeyondByTheirShareOfTheLargest() {
        assertThat(beyond(15, 3)).isEqualTo(0.5);
        assertThat(beyond(3, 3)).isEqualTo(0.3);
        assertThat(beyond(15, 12)).isEqualTo(2);
        assertThat(SEEN.beyond(Map.of("all macs", 8.0))).isEqualTo(0.5);
    }

    @Test
    void aKindOfOperatorThatWasNeverSeenIsBeyondByAll() {
        Map<String, Double> network = Map.of("all macs", 8.0, "all count conv3x3", 3.0, "all count conv7x7", 1.0);
        assertThat(SEEN.beyond(network)).isEqualTo(1);
        assertThat(SEEN.unseen(network)).containsExactly("conv7x7");
    }

    @Test
    void exactShapesAndPlacesMayBeNew() {
        Map<String, Double> network =
                Map.of("all macs", 8.0, "all count conv3x3", 3.0, "all exact conv3x3 c d", 3.0, "live macs", 99.0);
        assertThat(SEEN.beyond(network)).isZero();
    }
}
