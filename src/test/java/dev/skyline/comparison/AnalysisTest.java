package dev.skyline.comparison;

import dev.skyline.comparison.Analysis.FinishedRun;
import dev.skyline.comparison.StrategyReport.Paired;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Objective;
import dev.skyline.metric.Problem;
import dev.skyline.metric.Score;
import dev.skyline.plugin.PluginSpec;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class AnalysisTest {

    private static final Problem ACCURACY =
            new Problem(List.of(Objective.of(MetricKey.of(Metric.ACCURACY))), List.of());
    private static final Problem LOSS = new Problem(List.of(Objective.of(MetricKey.of(Metric.LOSS))), List.of());
    private static final List<PluginSpec> TWO = List.of(PluginSpec.of("random"), PluginSpec.of("bananas"));

    private static FinishedRun run(int strategy, int seed, double... accuracies) {
        return new FinishedRun(
                strategy,
                seed,
                DoubleStream.of(accuracies)
                        .mapToObj(a -> Double.isNaN(a) ? null : new Score(new double[] {-a}, 0))
                        .toList());
    }

    @Test
    void curvesAreMeansOfTheBestSoFarWithTheirBand() {
        ComparisonReport report =
                Analysis.of(ACCURACY, TWO, 2, List.of(run(0, 0, 0.5, 0.4, 0.7), run(0, 1, Double.NaN, 0.6, 0.5)));

        StrategyReport random = report.strategies().get(0);
        assertThat(report.metric()).contains(MetricKey.of(Metric.ACCURACY));
        assertThat(random.runs()).isEqualTo(2);
        assertThat(random.curve()).extracting(CurvePoint::evaluation).containsExactly(2, 3);
        assertThat(random.curve().get(0).mean()).isCloseTo(0.55, within(1e-12));
        double half = 1.96 * Math.sqrt(2 * 0.05 * 0.05) / Math.sqrt(2);
        assertThat(random.curve().get(0).high()).isCloseTo(0.55 + half, within(1e-12));
        assertThat(random.mean().orElseThrow()).isCloseTo(0.65, within(1e-12));
        assertThat(report.strategies().get(1).runs()).isZero();
        assertThat(report.strategies().get(1).rank()).isEmpty();
    }

    @Test
    void ranksAndPairedTestsGoSeedBySeed() {
        List<FinishedRun> runs = new ArrayList<>();
        for (int seed = 0; seed < 10; seed++) {
            runs.add(run(0, seed, 0.5));
            runs.add(run(1, seed, seed == 0 ? 0.4 : seed == 1 ? 0.5 : 0.6));
        }
        ComparisonReport report = Analysis.of(ACCURACY, TWO, 10, runs);

        StrategyReport bananas = report.strategies().get(1);
        assertThat(bananas.rank().orElseThrow()).isCloseTo((8 * 1 + 1.5 + 2) / 10, within(1e-12));
        assertThat(bananas.againstRandom()).hasValueSatisfying(test -> {
            assertThat(test)
                    .extracting(Paired::wins, Paired::losses, Paired::ties)
                    .containsExactly(8, 1, 1);
            assertThat(test.p()).isCloseTo(2 * (1 + 9) / 512.0, within(1e-12));
        });
        assertThat(report.strategies().get(0).againstRandom()).isEmpty();
    }

    @Test
    void smallerIsBetterWhereTheMetricSaysSo() {
        List<FinishedRun> runs = List.of(
                new FinishedRun(0, 0, List.of(new Score(new double[] {2}, 0))),
                new FinishedRun(1, 0, List.of(new Score(new double[] {1}, 0))));
        ComparisonReport report = Analysis.of(LOSS, TWO, 1, runs);

        assertThat(report.smallerIsBetter()).isTrue();
        assertThat(report.strategies().get(1).mean()).hasValue(1);
        assertThat(report.strategies().get(1).rank()).hasValue(1);
    }

    @Test
    void whatIsInfeasibleDoesNotCount() {
        List<FinishedRun> runs =
                List.of(new FinishedRun(0, 0, List.of(new Score(new double[] {-0.9}, 0.1))), run(1, 0, 0.2));
        ComparisonReport report = Analysis.of(ACCURACY, TWO, 1, runs);

        assertThat(report.strategies().get(0).curve()).isEmpty();
        assertThat(report.strategies().get(0).mean()).isEmpty();
        assertThat(report.strategies().get(1).rank()).hasValue(1);
    }

    @Test
    void severalObjectivesAreMeasuredByTheHypervolumeOverAllRuns() {
        Problem both = new Problem(
                List.of(
                        Objective.of(MetricKey.of(Metric.ACCURACY)),
                        Objective.of(MetricKey.of(Metric.LATENCY, "host"))),
                List.of());
        List<FinishedRun> runs = List.of(
                new FinishedRun(0, 0, scores(new double[] {-0.5, 1}, new double[] {-0.9, 3})),
                new FinishedRun(1, 0, scores(new double[] {-0.7, 2}, new double[] {-0.9, 1})));
        ComparisonReport report = Analysis.of(both, TWO, 1, runs);

        assertThat(report.metric()).isEmpty();
        assertThat(report.strategies().get(0).mean().orElseThrow()).isCloseTo(0, within(1e-12));
        assertThat(report.strategies().get(1).curve())
                .extracting(CurvePoint::mean)
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1)
                .containsExactly(0.25, 1.0);
    }

    @Test
    void theSignTestIsExact() {
        assertThat(SignTest.p(0, 0)).isEqualTo(1);
        assertThat(SignTest.p(5, 5)).isEqualTo(1);
        assertThat(SignTest.p(20, 0)).isCloseTo(2 * Math.pow(0.5, 20), within(1e-18));
        assertThat(SignTest.p(15, 5)).isCloseTo(0.04138947, within(1e-8));
    }

    private static List<Score> scores(double[]... vectors) {
        return Arrays.stream(vectors).map(v -> new Score(v, 0)).toList();
    }
}
