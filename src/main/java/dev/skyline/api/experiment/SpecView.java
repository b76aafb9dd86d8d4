package dev.skyline.api.experiment;

import dev.skyline.api.OrNull;
import dev.skyline.experiment.BenchmarkRef;
import dev.skyline.experiment.Budget;
import dev.skyline.experiment.DatasetRef;
import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.ExperimentSpec;
import dev.skyline.experiment.Subject;
import dev.skyline.experiment.TaskRef;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Objective;
import dev.skyline.search.Catalogue;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/** What is searched for, with every default spelt out. */
@Schema(name = "ExperimentSpec", description = "What is searched for, with every default spelt out")
public record SpecView(
        @Schema(description = "Name of the data set, where it is on one", example = "digits") @Nullable
        String dataset,

        @Schema(description = "Name of the benchmark, where it is on one") @Nullable
        String benchmark,

        @Schema(description = "Shape of the data, where it is somebody else's") @Nullable
        TaskShape task,

        PluginChoice searchSpace,
        PluginChoice strategy,
        PluginChoice estimator,

        @Schema(description = "Targets on which every trial is measured", example = "[\"host\"]")
        List<String> hardwareTargets,

        List<ObjectiveView> objectives,
        List<ConstraintView> constraints,
        BudgetView budget,

        @Schema(description = "Trials that are evaluated at a time", example = "2")
        int parallelism,

        @Schema(description = "Whether what was evaluated before is used again")
        Memory memory,

        @Schema(description = "Of everything random", example = "42")
        long seed) {

    @Schema(name = "Objective", description = "A metric to optimise, in the direction in which it is better")
    record ObjectiveView(
            @Schema(example = "latency") String metric,

            @Schema(
                    description = "Hardware target, for metrics that belong to one; of an aggregate what makes it, as"
                            + " max(a,b) or sum(1*a,0.5*b)",
                    example = "host")
            @Nullable
            String target,

            @Schema(description = "In the metric's unit") @Nullable
            Double goal) {

        static ObjectiveView of(Objective objective) {
            MetricKey key = objective.key();
            return new ObjectiveView(key.metric().key(), key.target().orElse(null), OrNull.of(objective.goal()));
        }
    }

    @Schema(name = "Budget", description = "What the search may cost")
    record BudgetView(
            @Schema(example = "40") int maxTrials,

            @Schema(type = "string", format = "duration", example = "PT20M") @Nullable
            Duration maxDuration,

            @Schema(example = "5") int maxFailedTrials) {

        static BudgetView of(Budget budget) {
            return new BudgetView(budget.maxTrials(), budget.maxDuration().orElse(null), budget.maxFailedTrials());
        }
    }

    /** @param catalogue tells in which order settings are shown */
    public static SpecView of(ExperimentSpec spec, Experiment.Editable editable, Catalogue catalogue) {
        Subject subject = spec.subject();
        return new SpecView(
                subject instanceof DatasetRef data ? data.name() : null,
                subject instanceof BenchmarkRef table ? table.name() : null,
                subject instanceof TaskRef task ? new TaskShape(task.input(), task.classCount()) : null,
                PluginChoice.of(catalogue.spaces().ordered(spec.searchSpace())),
                PluginChoice.of(catalogue.strategies().ordered(spec.strategy())),
                PluginChoice.of(catalogue.estimators().ordered(spec.estimator())),
                spec.hardwareTargets(),
                spec.problem().objectives().stream().map(ObjectiveView::of).toList(),
                spec.problem().constraints().stream().map(ConstraintView::of).toList(),
                BudgetView.of(editable.budget()),
                editable.parallelism(),
                spec.memory() ? Memory.ON : Memory.OFF,
                spec.seed());
    }
}
