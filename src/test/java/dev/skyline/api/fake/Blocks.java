package dev.skyline.api.fake;

import dev.skyline.benchmark.BenchmarkTables;
import dev.skyline.benchmark.RowsSpace;
import dev.skyline.benchmark.TabularEstimator;
import dev.skyline.estimator.Estimate;
import dev.skyline.estimator.EstimatorContext;
import dev.skyline.estimator.ExternalEstimator;
import dev.skyline.estimator.PerformanceEstimator;
import dev.skyline.estimator.Progress;
import dev.skyline.estimator.TrainingSettings;
import dev.skyline.hardware.HardwareTarget;
import dev.skyline.hardware.HostSettings;
import dev.skyline.hardware.MemoryDocuments;
import dev.skyline.hardware.TargetContext;
import dev.skyline.hardware.TargetDocuments;
import dev.skyline.hardware.agent.AgentSettings;
import dev.skyline.hardware.lookup.LookupTableTarget;
import dev.skyline.hardware.table.TableTarget;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Measurements;
import dev.skyline.metric.Metric;
import dev.skyline.metric.MetricKey;
import dev.skyline.network.Candidate;
import dev.skyline.plugin.Plugin;
import dev.skyline.plugin.Plugins;
import dev.skyline.search.Catalogue;
import dev.skyline.space.Spaces;
import dev.skyline.strategy.Strategies;

import java.util.ArrayList;
import java.util.List;

/** A catalogue of real spaces and strategies, and of an estimator and a target that do no work. */
final class Blocks {

    private static final String SOURCE = "https://onnxruntime.ai";

    private Blocks() {}

    /** One without benchmarks. */
    static Catalogue catalogue() {
        return catalogue(null, new MemoryDocuments());
    }

    /** @param tables for experiments on benchmarks; may be null where there is none */
    static Catalogue catalogue(BenchmarkTables tables, TargetDocuments documents) {
        return new Catalogue(
                only(Spaces.plugins(), "search space", "sequential", "nas-bench-201"),
                only(
                        Strategies.plugins(),
                        "search strategy",
                        "nsga2",
                        "gaussian-process",
                        "regularized-evolution",
                        "random"),
                new Plugins<>(
                        "performance estimator",
                        List.of(
                                new Plugin<TrainingSettings, EstimatorContext, PerformanceEstimator>(
                                        "training",
                                        "Trains the network and validates it after each epoch.",
                                        "",
                                        TrainingSettings.class,
                                        (settings, context) -> {
                                            context.requireData("training");
                                            return new Idle();
                                        }),
                                TabularEstimator.plugin(tables),
                                ExternalEstimator.PLUGIN)),
                new Plugins<>(
                        "hardware target",
                        List.of(
                                new Plugin<HostSettings, TargetContext, HardwareTarget>(
                                        "host",
                                        "The machine that the service runs on, under ONNX Runtime.",
                                        SOURCE,
                                        HostSettings.class,
                                        (settings, context) -> candidate -> Measurements.of(Measurement.of(
                                                MetricKey.of(Metric.LATENCY, context.name()),
                                                0.25,
                                                Measurement.Source.MEASURED))),
                                new Plugin<AgentSettings, TargetContext, HardwareTarget>(
                                        AgentSettings.KIND,
                                        "Another machine, on which an agent measures.",
                                        "",
                                        AgentSettings.class,
                                        (settings, context) -> candidate -> Measurements.none()),
                                TableTarget.plugin(documents),
                                LookupTableTarget.plugin(documents))),
                benchmark -> new RowsSpace(tables.table(benchmark.name(), benchmark.hash())));
    }

    /** So that one more plug-in changes no example. */
    private static <C, T> Plugins<C, T> only(Plugins<C, T> plugins, String kind, String... ids) {
        List<Plugin<?, C, T>> chosen = new ArrayList<>();
        for (String id : ids) {
            chosen.add(plugins.get(id));
        }
        return new Plugins<>(kind, chosen);
    }

    private record Idle() implements PerformanceEstimator {

        @Override
        public Estimate estimate(Candidate candidate, Fidelity fidelity, Progress progress) {
            throw new UnsupportedOperationException("nothing is trained in these tests");
        }

        @Override
        public Fidelity fullFidelity() {
            return Fidelity.epochs(3);
        }
    }
}
