package dev.skyline.api.comparison;

import dev.skyline.api.OrNull;
import dev.skyline.api.experiment.PluginChoice;
import dev.skyline.comparison.ComparisonReport;
import dev.skyline.comparison.RunProgress;
import dev.skyline.comparison.StrategyReport;
import dev.skyline.experiment.ExperimentState;
import dev.skyline.metric.MetricKey;
import dev.skyline.search.ReadComparison.Reading;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A comparison of strategies, and what its finished runs say. */
@Schema(name = "Comparison", description = "Strategies on one search, and what their finished runs say")
record ComparisonView(
        UUID id,
        String name,
        Instant createdAt,

        @Schema(description = "FINISHED once every run has ended", example = "RUNNING")
        State state,

        @Schema(description = "Runs that have ended", example = "12")
        int runsDone,

        @Schema(description = "One for every strategy and seed", example = "40")
        int runsTotal,

        @Schema(
                description =
                        "What curves and values are: a metric whose best value so far is shown, or hypervolume, with"
                                + " each objective mapped to [0, 1] over all runs",
                example = "accuracy")
        @Nullable
        String measure,

        @Schema(description = "Whether smaller values are better", example = "false")
        boolean smallerIsBetter,

        List<StrategyView> strategies,
        List<RunView> runs) {

    enum State {
        RUNNING,
        FINISHED
    }

    @Schema(name = "ComparedStrategy")
    record StrategyView(
            PluginChoice strategy,

            @Schema(description = "Finished runs", example = "20")
            int runs,

            @Schema(description = "Mean at the end of the finished runs") @Nullable
            Double mean,

            @Schema(description = "Sample standard deviation at the end") @Nullable
            Double deviation,

            @Schema(description = "Mean place over the seeds that every strategy has finished, 1 the best") @Nullable
            Double rank,

            @Schema(description = "Seed by seed against random search, where that is compared") @Nullable
            PairedView againstRandom,

            @Schema(description = "[evaluation, mean, low, high]: low to high is the mean's 95 % confidence band")
            List<List<Double>> curve) {}

    @Schema(name = "PairedTest")
    record PairedView(
            int wins,
            int losses,
            int ties,

            @Schema(description = "Of the two-sided sign test", example = "0.003")
            double p) {}

    @Schema(name = "ComparisonRun")
    record RunView(
            @Schema(description = "Place among the strategies, from 0")
            int strategy,

            long seed,
            UUID experiment,
            ExperimentState state,

            @Schema(description = "Outcomes recorded so far")
            int trials) {}

    static ComparisonView of(Reading reading) {
        List<RunProgress> progress = reading.progress();
        int done =
                (int) progress.stream().filter(run -> run.state().isFinished()).count();
        return new ComparisonView(
                reading.comparison().id().value(),
                reading.comparison().name(),
                reading.comparison().createdAt(),
                done == progress.size() ? State.FINISHED : State.RUNNING,
                done,
                progress.size(),
                reading.report().map(ComparisonView::measure).orElse(null),
                reading.report().map(ComparisonReport::smallerIsBetter).orElse(false),
                reading.report()
                        .map(report -> report.strategies().stream()
                                .map(ComparisonView::strategy)
                                .toList())
                        .orElseGet(() -> reading.comparison().strategies().stream()
                                .map(spec ->
                                        new StrategyView(PluginChoice.of(spec), 0, null, null, null, null, List.of()))
                                .toList()),
                progress.stream()
                        .map(run -> new RunView(
                                run.run().strategy(),
                                run.run().seed(),
                                run.run().experiment().value(),
                                run.state(),
                                run.trials()))
                        .toList());
    }

    private static String measure(ComparisonReport report) {
        return report.metric().map(MetricKey::toString).orElse("hypervolume");
    }

    private static StrategyView strategy(StrategyReport report) {
        return new StrategyView(
                PluginChoice.of(report.strategy()),
                report.runs(),
                OrNull.of(report.mean()),
                OrNull.of(report.deviation()),
                OrNull.of(report.rank()),
                report.againstRandom()
                        .map(test -> new PairedView(test.wins(), test.losses(), test.ties(), test.p()))
                        .orElse(null),
                report.curve().stream()
                        .map(point -> List.of((double) point.evaluation(), point.mean(), point.low(), point.high()))
                        .toList());
    }
}
