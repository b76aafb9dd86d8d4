package dev.skyline.benchmark;

import dev.skyline.architecture.Architecture;
import dev.skyline.estimator.Estimate;
import dev.skyline.estimator.EstimationFailed;
import dev.skyline.estimator.EstimatorContext;
import dev.skyline.estimator.PerformanceEstimator;
import dev.skyline.estimator.Progress;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurements;
import dev.skyline.network.Candidate;
import dev.skyline.plugin.InvalidSettings;
import dev.skyline.plugin.Plugin;

import java.util.List;
import java.util.Optional;

/** Looks results up in a table. A fidelity between two rows of an architecture has the result of the lower one. */
public final class TabularEstimator implements PerformanceEstimator.Immediate {

    public static final String ID = "tabular";

    private final BenchmarkTable table;
    private final Fidelity full;

    /**
     * @throws InvalidSettings where the table has no rows of the epochs that are asked for
     */
    public TabularEstimator(BenchmarkTable table, TabularSettings settings) {
        List<Integer> epochs = table.epochs();
        if (settings.epochs() > 0 && !epochs.contains(settings.epochs())) {
            throw new InvalidSettings("epochs", "the benchmark has rows for " + epochs + ", not " + settings.epochs());
        }
        this.table = table;
        this.full = Fidelity.epochs(settings.epochs() > 0 ? settings.epochs() : epochs.get(epochs.size() - 1));
    }

    /** The way to make one for an experiment on a benchmark. */
    public static Plugin<TabularSettings, EstimatorContext, PerformanceEstimator> plugin(BenchmarkTables tables) {
        return new Plugin<>(
                ID,
                "Looks results up in the table of a benchmark: nothing is trained.",
                "",
                TabularSettings.class,
                (settings, context) -> {
                    EstimatorContext.Table table = context.requireTable(ID);
                    return new TabularEstimator(tables.table(table.name(), table.hash()), settings);
                });
    }

    @Override
    public Optional<Measurements> lookUp(Architecture architecture, Fidelity fidelity) {
        return table.find(architecture, fidelity.epochs());
    }

    @Override
    public Estimate estimate(Candidate candidate, Fidelity fidelity, Progress progress) {
        Measurements found = lookUp(candidate.architecture(), fidelity)
                .orElseThrow(() -> new EstimationFailed(
                        "NotInBenchmark", "the benchmark has no row of " + candidate.architecture()));
        return new Estimate(found, List.of(), false, Optional.empty());
    }

    @Override
    public Fidelity fullFidelity() {
        return full;
    }
}
