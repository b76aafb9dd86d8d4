package dev.skyline.hardware.lookup;

import dev.skyline.hardware.ModelledTargetContract;
import dev.skyline.hardware.TargetContext;
import dev.skyline.metric.Interval;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurement.Source;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.plugin.InvalidSettings;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class LookupTableTargetTest extends ModelledTargetContract {

    private static final MetricKey LATENCY = MetricKey.of(Metric.LATENCY, "board");

    private static String table(OptionalDouble spread, ToDoubleFunction<LayerKey> ms) {
        Map<OperatorKey, LookupRow> rows = Operators.of(network()).stream()
                .distinct()
                .collect(Collectors.toMap(key -> key, key -> new LookupRow(ms.applyAsDouble(key), spread, 1)));
        return new LookupTable(LookupRow.of(0.25), rows).write();
    }

    @Override
    public String id() {
        return "lookup-table";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of("missing", "refuse");
    }

    @Override
    protected Optional<String> data() {
        return Optional.of(table(OptionalDouble.empty(), key -> 0.125));
    }

    private Optional<Measurement> predict(Map<String, Object> settings, String table) {
        LookupTableTarget target = (LookupTableTarget) plugin().create(settings, documents.context("board", table));
        return target.predict(CELL, ModelledTargetContract::network)
                .flatMap(measurements -> measurements.find(LATENCY));
    }

    @Test
    void theSumIsPredictedAndWithoutSpreadsNoIntervalIsClaimed() {
        Measurement latency = predict(settings(), data().orElseThrow()).orElseThrow();
        assertThat(latency.value())
                .isEqualTo(0.25 + 0.125 * Operators.of(network()).size());
        assertThat(latency.source()).isEqualTo(Source.PREDICTED);
        assertThat(latency.interval()).isEmpty();
    }

    @Test
    void spreadsMakeAnIntervalAndEstimatesWidenIt() {
        String whole = table(OptionalDouble.of(0.02), key -> 1e-6 * key.operations());
        Interval narrow = predict(Map.of(), whole).orElseThrow().interval().orElseThrow();
        String lines =
                whole.lines().filter(line -> !line.contains("stride=2x2")).collect(Collectors.joining("\n"));
        Measurement estimated = predict(Map.of(), lines).orElseThrow();
        Interval wide = estimated.interval().orElseThrow();
        assertThat(wide.high() - wide.low()).isGreaterThan(narrow.high() - narrow.low());
        assertThat(wide.low()).isNotNegative();
    }

    @Test
    void aNetworkWithAMissingOperatorIsUnknownWhereNothingMayBeEstimated() {
        String lines = data().orElseThrow()
                .lines()
                .filter(line -> !line.startsWith("softmax"))
                .collect(Collectors.joining("\n"));
        assertThat(predict(settings(), lines)).isEmpty();
        assertThat(predict(Map.of("missing", "nearest"), lines)).isPresent();
    }

    @Test
    void aReportTellsEachOperator() {
        LookupReport report = ((LookupTableTarget) target("board"))
                .report(ModelledTargetContract::network)
                .orElseThrow();
        assertThat(report.operators().stream()
                        .mapToInt(LookupReport.Entry::count)
                        .sum())
                .isEqualTo(Operators.of(network()).size());
        assertThat(report.total())
                .isCloseTo(
                        predict(settings(), data().orElseThrow()).orElseThrow().value(), within(0.0));
    }

    @Test
    void oneThatIsToBeMeasuredNeedsNoDataAndKnowsNothingYet() {
        LookupTableTarget target = (LookupTableTarget)
                plugin().create(Map.of("on", "host", "space", "nas-bench-201"), TargetContext.named("board"));
        assertThat(target.predict(CELL, ModelledTargetContract::network)).isEmpty();
        assertThat(target.report(ModelledTargetContract::network)).isEmpty();
    }

    @Test
    void aTableOfAnotherMakerNeedsToBeNamed() {
        String fbnet = "layer,op,a_ms\n-1,all_skip_total,1\n0,k3_e1,1\n";
        assertThatThrownBy(() -> predict(Map.of(), fbnet))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("need the setting 'mapping'");
        assertThatThrownBy(() -> predict(Map.of("mapping", "fbnet-cifar100", "column", "b"), fbnet))
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        refused -> assertThat(refused.violations())
                                .containsExactly(new InvalidSettings.Violation(
                                        "column", "names none of the devices of the table; valid are a")));
        assertThat(predict(Map.of("mapping", "fbnet-cifar100", "column", "a"), fbnet))
                .isPresent();
    }
}
