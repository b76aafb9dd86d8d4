package dev.skyline.comparison;

import dev.skyline.plugin.PluginSpec;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the runs of one strategy say. Values at the end are over its finished runs.
 *
 * @param runs finished ones
 * @param curve over finished runs; points before every one of them has found something feasible are left out
 * @param mean at the end; empty while no run has finished with anything feasible
 * @param deviation sample standard deviation at the end; empty for fewer than two runs
 * @param rank mean place among the strategies, 1 the best, over the seeds that all have finished
 * @param againstRandom absent for random itself, and where it is not compared
 */
public record StrategyReport(
        PluginSpec strategy,
        int runs,
        List<CurvePoint> curve,
        OptionalDouble mean,
        OptionalDouble deviation,
        OptionalDouble rank,
        Optional<Paired> againstRandom) {

    /**
     * Seed by seed against random search.
     *
     * @param p of the two-sided sign test
     */
    public record Paired(int wins, int losses, int ties, double p) {}

    public StrategyReport {
        curve = List.copyOf(curve);
    }
}
