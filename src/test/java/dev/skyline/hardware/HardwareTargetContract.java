package dev.skyline.hardware;

import dev.skyline.metric.Measurement;
import dev.skyline.metric.Metric;
import dev.skyline.metric.Metric.Known;
import dev.skyline.metric.MetricKey;
import dev.skyline.network.Candidate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every kind of hardware target keeps. */
public abstract class HardwareTargetContract {

    /** Under which the kind is registered. */
    public abstract String id();

    /** A target of this name, of usual settings. */
    protected abstract HardwareTarget target(String name);

    /** What such a target can measure. */
    protected abstract Candidate candidate() throws Exception;

    @Test
    void aLatencyIsGivenAndAllValuesAreOfTheTargetsName() throws Exception {
        for (String name : new String[] {"board", "other-board"}) {
            assertThat(target(name).measure(candidate())).isNotEmpty().allSatisfy(measurement -> {
                assertThat(measurement.key().metric().known()).isEqualTo(Known.ON_TARGET);
                assertThat(measurement.key().target()).hasValue(name);
                assertThat(measurement.value()).isNotNegative();
            });
            Measurement latency = target(name)
                    .measure(candidate())
                    .find(MetricKey.of(Metric.LATENCY, name))
                    .orElseThrow();
            assertThat(latency.value()).isPositive();
        }
    }

    @Test
    void whoMeasuresIsMeasuredAndWhoModelsIsNot() throws Exception {
        HardwareTarget target = target("board");
        assertThat(target.measure(candidate()))
                .allSatisfy(measurement -> assertThat(measurement.source() == Measurement.Source.MEASURED)
                        .isEqualTo(!(target instanceof ModelledTarget)));
    }
}
