package dev.skyline.hardware.predictor;

import dev.skyline.plugin.InvalidSettings;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PredictorDataTest {

    private static PredictorData read(String csv) {
        return PredictorData.read(csv.getBytes(StandardCharsets.UTF_8), "board", architecture -> {
            if (!architecture.startsWith("a")) {
                throw new IllegalArgumentException("'" + architecture + "' is no cell");
            }
        });
    }

    private static void isRefused(String csv, String... words) {
        assertThatThrownBy(() -> read(csv))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("data")
                .hasMessageContainingAll(words);
    }

    @Test
    void blanksAreWhatWasNotMeasured() {
        PredictorData data = read("architecture,latency,pixel,phone\na1,1.5,2,\na2,,3,4\n");
        assertThat(data.measured()).isEqualTo(Map.of("a1", 1.5));
        assertThat(data.devices()).containsExactly("pixel", "phone");
        assertThat(data.latencies().get("a1")).containsExactly(2, Double.NaN);
        assertThat(data.latencies().get("a2")).containsExactly(3, 4);
    }

    @Test
    void aBenchmarksOwnTableIsReadAsItIs() {
        PredictorData data = read("architecture,epochs,accuracy,latency@pixel,latency@board\n"
                + "a1,12,0.5,2,7\na1,200,0.9,2,7\na2,12,0.4,3,8\n");
        assertThat(data.measured()).isEqualTo(Map.of("a1", 7.0, "a2", 8.0));
        assertThat(data.devices()).containsExactly("pixel");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        PredictorData data =
                read("architecture,latency,pixel,phone\na1,1.5,2,\na2,,3,4\n").with(Map.of("a2", 0.1, "a3", 1e-7));
        PredictorData again = read(data.write());
        assertThat(again.measured()).isEqualTo(Map.of("a1", 1.5, "a2", 0.1, "a3", 1e-7));
        assertThat(again.devices()).isEqualTo(data.devices());
        assertThat(again.latencies().get("a1")).containsExactly(2, Double.NaN);
        assertThat(again.write()).isEqualTo(data.write());
    }

    @Test
    void faultsAreRefusedByLineAndColumn() {
        isRefused("architecture,latency\na1,1\na2,-1\n", "line 3", "latency", "negative");
        isRefused("architecture,latency\na1,NaN\n", "line 2", "latency", "NaN");
        isRefused("architecture,latency\na1,0\n", "line 2", "latency", "0");
        isRefused("architecture,latency,pixel\na1,1,fast\n", "line 2", "pixel", "fast");
        isRefused("architecture,latency\nb1,1\n", "line 2", "architecture", "'b1' is no cell");
        isRefused("architecture,latency\na1,1\na1,2\n", "line 3", "architecture", "twice");
        isRefused("architecture,latency\na1,1\na1,\n", "line 3", "architecture", "twice");
        isRefused("architecture,latency_us\na1,1\n", "line 1", "latency_us", "microseconds");
        isRefused("cell,latency\na1,1\n", "line 1", "architecture");
        isRefused("architecture\na1\n", "line 1", "latency");
        isRefused("architecture,latency,latency@board\na1,1,1\n", "line 1", "latency@board");
    }
}
