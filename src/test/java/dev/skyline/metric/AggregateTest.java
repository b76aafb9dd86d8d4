package dev.skyline.metric;

import dev.skyline.metric.Measurement.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AggregateTest {

    private static final Measurement A =
            Measurement.predicted(MetricKey.of(Metric.LATENCY, "a"), 10, new Interval(8, 13));
    private static final Measurement B = Measurement.of(MetricKey.of(Metric.LATENCY, "b"), 12, Source.MEASURED);

    private static Measurement value(String key, Measurement... parts) {
        return Aggregate.of(MetricKey.parse(key))
                .orElseThrow()
                .of(Measurements.of(parts))
                .orElseThrow();
    }

    @Test
    void theWorstCountsAndItsIntervalReachesAsFarAsThePartsDo() {
        Measurement worst = value("latency@max(a,b)", A, B);
        assertThat(worst.value()).isEqualTo(12);
        assertThat(worst.interval()).hasValue(new Interval(12, 13));
        assertThat(worst.source()).isEqualTo(Source.PREDICTED);
    }

    @Test
    void aSumIsWeighted() {
        Measurement sum = value("latency@sum(1*a,0.5*b)", A, B);
        assertThat(sum.value()).isEqualTo(16);
        assertThat(sum.interval()).hasValue(new Interval(14, 19));
    }

    @Test
    void withoutIntervalsThereIsNone() {
        assertThat(value("latency@max(a,b)", Measurement.of(A.key(), 10, Source.TABLE), B))
                .isEqualTo(Measurement.of(MetricKey.parse("latency@max(a,b)"), 12, Source.TABLE));
    }

    @Test
    void aPartThatIsMissingLeavesItOpen() {
        assertThat(Aggregate.of(MetricKey.parse("latency@max(a,b)"))
                        .orElseThrow()
                        .of(Measurements.of(A)))
                .isEmpty();
    }

    @Test
    void aKeyIsReadAsItIsWritten() {
        for (String key : new String[] {"latency@max(a,b)", "latency@sum(1*a,0.5*b)", "throughput@min(a,b,c)"}) {
            assertThat(Aggregate.of(MetricKey.parse(key)).orElseThrow().key()).hasToString(key);
        }
        assertThat(Aggregate.parse(Metric.LATENCY, "sum(a, 2*b)").target()).isEqualTo("sum(1*a,2*b)");
        assertThat(Aggregate.of(MetricKey.parse("latency@host"))).isEmpty();
        assertThat(Aggregate.of(MetricKey.parse("parameters"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            max(a)         | over 2 to 16 hardware targets, not 1
            max()          | over 2 to 16 hardware targets, not 0
            max(a,a)       | 'a' stands twice
            max(2*a,b)     | max takes no weights
            min(a,b)       | the worst latency is its max
            mean(a,b)      | there is no aggregate 'mean'
            (a,b)          | there is no aggregate ''; valid are max, min, sum
            sum(0*a,b)     | a number above 0, not 0
            sum(x*a,b)     | a number above 0, not 'x'
            sum(NaN*a,b)   | a number above 0, not NaN
            """)
    void whatIsNoneIsRefused(String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Aggregate.parse(Metric.LATENCY, text))
                .withMessageContaining(reason);
    }
}
