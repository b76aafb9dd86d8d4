package dev.skyline.persistence.experiment;

import dev.skyline.experiment.BenchmarkRef;
import dev.skyline.experiment.DatasetRef;
import dev.skyline.experiment.Device;
import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.experiment.Subject;
import dev.skyline.experiment.TaskRef;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Objective;
import dev.skyline.metric.Problem;
import dev.skyline.persistence.OrNull;
import dev.skyline.plugin.PluginSpec;

import java.util.List;

/**
 * An experiment's spec as it is stored. Fields may be added, with a meaning for their absence; none may change. Of {@code
 * dataset}, {@code benchmark} and {@code task} one is present.
 */
record SpecDocument(
        DatasetRef dataset,
        BenchmarkRef benchmark,
        TaskRef task,
        PluginSpec searchSpace,
        PluginSpec strategy,
        PluginSpec estimator,
        List<String> hardwareTargets,
        List<Device> devices,
        List<Goal> objectives,
        List<Bound> constraints,
        boolean memory,
        long seed) {

    record Goal(String metric, Double goal) {

        static Goal of(Objective objective) {
            return new Goal(MetricText.of(objective.key()), OrNull.of(objective.goal()));
        }

        Objective toObjective() {
            return new Objective(MetricText.parse(metric), OrNull.number(goal));
        }
    }

    record Bound(String metric, Double atMost, Double atLeast, Double confidence) {

        static Bound of(Constraint constraint) {
            return new Bound(
                    MetricText.of(constraint.key()),
                    OrNull.of(constraint.atMost()),
                    OrNull.of(constraint.atLeast()),
                    OrNull.of(constraint.confidence()));
        }

        Constraint toConstraint() {
            MetricKey key = MetricText.parse(metric);
            return new Constraint(key, OrNull.number(atMost), OrNull.number(atLeast), OrNull.number(confidence));
        }
    }

    static SpecDocument of(ExperimentSpec spec) {
        Subject subject = spec.subject();
        return new SpecDocument(
                subject instanceof DatasetRef data ? data : null,
                subject instanceof BenchmarkRef table ? table : null,
                subject instanceof TaskRef given ? given : null,
                spec.searchSpace(),
                spec.strategy(),
                spec.estimator(),
                spec.hardwareTargets(),
                spec.devices(),
                spec.problem().objectives().stream().map(Goal::of).toList(),
                spec.problem().constraints().stream().map(Bound::of).toList(),
                spec.memory(),
                spec.seed());
    }

    ExperimentSpec toSpec() {
        Problem problem = new Problem(
                objectives.stream().map(Goal::toObjective).toList(),
                constraints.stream().map(Bound::toConstraint).toList());
        Subject subject = dataset != null ? dataset : benchmark != null ? benchmark : task;
        return new ExperimentSpec(
                subject, searchSpace, strategy, estimator, hardwareTargets, devices, problem, memory, seed);
    }
}
