package dev.skyline.hardware.table;

import dev.skyline.architecture.Architecture;
import dev.skyline.hardware.ModelledTarget;
import dev.skyline.hardware.ModelledTargetContract;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurement.Source;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.plugin.InvalidSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TableTargetTest extends ModelledTargetContract {

    @Override
    public String id() {
        return "table";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of();
    }

    @Override
    protected Optional<String> data() {
        return Optional.of("architecture,latency,energy\n" + CELL.text() + ",1.5,20\nother,3,\n");
    }

    private Optional<Measurements> predict(String csv, Architecture architecture, Map<String, Object> settings) {
        return ((ModelledTarget) plugin().create(settings, documents.context("board", csv)))
                .predict(architecture, () -> {
                    throw new AssertionError("no network is needed");
                });
    }

    private static Measurement of(Metric metric, double value) {
        return Measurement.of(MetricKey.of(metric, "board"), value, Source.TABLE);
    }

    @Test
    void anArchitectureIsFoundByItsTextAndWhatIsBlankIsNotSaid() {
        String csv = data().orElseThrow();
        assertThat(predict(csv, CELL, Map.of()).orElseThrow())
                .containsExactly(of(Metric.LATENCY, 1.5), of(Metric.ENERGY, 20));
        assertThat(predict(csv, Architecture.of("other"), Map.of()).orElseThrow())
                .containsExactly(of(Metric.LATENCY, 3));
    }

    @Test
    void anArchitectureIsFoundByItsId() {
        assertThat(predict("architecture,latency\n" + CELL.id() + ",2\n", CELL, Map.of())
                        .orElseThrow())
                .containsExactly(of(Metric.LATENCY, 2));
    }

    @Test
    void nothingIsKnownOfOthers() {
        assertThat(predict(data().orElseThrow(), Architecture.of("third"), Map.of()))
                .isEmpty();
    }

    @Test
    void ofSeveralDevicesItsOwnColumnsCountOrThoseThatASettingNames() {
        String csv = "architecture,latency@board,latency@us,energy@us\nother,1,2,3\n";
        Architecture other = Architecture.of("other");
        assertThat(predict(csv, other, Map.of()).orElseThrow()).containsExactly(of(Metric.LATENCY, 1));
        assertThat(predict(csv, other, Map.of("column", "us")).orElseThrow())
                .containsExactlyInAnyOrder(of(Metric.LATENCY, 2), of(Metric.ENERGY, 3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    'architecture,energy\na,1' | there is no column 'latency' or 'latency@board'
                    'architecture,latency@x\na,1' | there is no column 'latency' or 'latency@board'
                    'latency\n1' | there is no column 'architecture'
                    'architecture,latency_us\na,1' | line 1, column 'latency_us': is in microseconds; latencies are wanted in milliseconds, in a column 'latency'
                    'architecture,latency,accuracy\na,1,1' | line 1, column 'accuracy': there is no such column; valid are architecture, latency, throughput, energy
                    'architecture,latency,latency@board\na,1,1' | latency has two columns
                    'architecture,latency\na,-1' | line 2, column 'latency': -1 is negative
                    'architecture,latency\na,' | line 2, column 'latency': is blank
                    'architecture,latency\na,nan' | is no finite number
                    'architecture,latency\n,1' | column 'architecture': is blank
                    'architecture,latency\na,1\na,2' | line 3, column 'architecture': 'a' stands twice
                    'architecture,latency,energy\na,1,-2' | -2 is negative
                    """)
    void aFaultIsRefusedWithItsPlace(String csv, String message) {
        assertThatThrownBy(() -> predict(csv, CELL, Map.of()))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining(message);
    }
}
