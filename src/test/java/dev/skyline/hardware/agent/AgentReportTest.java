package dev.skyline.hardware.agent;

import dev.skyline.hardware.LatencyReport;
import dev.skyline.hardware.agent.AgentSettings.Provider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.OptionalDouble;
import java.util.OptionalLong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AgentReportTest {

    @ParameterizedTest
    @CsvSource({
        "0,    1,    0.1,  100, 10, medianMillis",
        "-1,   1,    0.1,  100, 10, medianMillis",
        "NaN,  1,    0.1,  100, 10, medianMillis",
        "4e6,  5e6,  0.1,  100, 10, medianMillis",
        "2,    1,    0.1,  100, 10, p95Millis",
        "2,    NaN,  0.1,  100, 10, p95Millis",
        "2,    3,    -0.1, 100, 10, spread",
        "2,    3,    NaN,  100, 10, spread",
        "2,    3,    0.1,  0,   10, throughput",
        "2,    3,    0.1,  Infinity, 10, throughput",
        "2,    3,    0.1,  100, 0,  repetitions"
    })
    void figuresThatNothingCanHaveAreRefusedByName(
            double median, double p95, double spread, double throughput, int repetitions, String field) {
        assertThatThrownBy(() -> report(new LatencyReport(median, p95, spread, throughput, repetitions, true)))
                .isInstanceOfSatisfying(
                        InvalidReport.class,
                        e -> assertThat(e.faults())
                                .extracting(InvalidReport.Fault::field)
                                .contains(field));
    }

    @Test
    void secondsInThePlaceOfMillisecondsAreNoticed() {
        MeasuringTerms terms = new MeasuringTerms(Provider.CPU, 8, 1, 1);
        AgentReport right = report(new LatencyReport(40, 44, 0.01, 200, 100, true));
        assertThat(right.fitting(terms)).isSameAs(right);
        AgentReport seconds = report(new LatencyReport(0.04, 0.044, 0.01, 200, 100, true));
        assertThatThrownBy(() -> seconds.fitting(terms)).hasMessageContaining("ms");
    }

    private static AgentReport report(LatencyReport latency) {
        return new AgentReport(latency, OptionalLong.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }
}
