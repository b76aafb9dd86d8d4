package dev.skyline.api.experiment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A search to be begun. */
@Schema(name = "ExperimentRequest", description = "A search to be begun")
public record ExperimentRequest(
        @Schema(description = "For people", example = "digits for two devices") @Size(min = 1, max = 200)
        String name,

        @Schema(description = "For people") @Nullable @Size(max = 10_000)
        String notes,

        @Schema(description = "To find it again by", example = "[\"tutorial\"]") @Nullable @Size(max = 20)
        List<@Size(min = 1, max = 50) String> labels,

        @Schema(
                description = "Name of a data set. Exactly one of dataset, benchmark and task is needed",
                example = "digits")
        @Nullable
        String dataset,

        @Schema(description = "Name of a tabular benchmark: nothing is trained, results are looked up") @Nullable
        String benchmark,

        @Schema(description = "Shape of the data, where it is somebody else's: for estimator external") @Nullable
        TaskShape task,

        @Schema(description = "Where to search; needed except with a benchmark, which brings its own") @Nullable
        PluginChoice searchSpace,

        @Schema(description = "How to search; by default nsga2 for several objectives and gaussian-process for one")
        @Nullable
        PluginChoice strategy,

        @Schema(description = "How to find out how good an architecture is; by default training") @Nullable
        PluginChoice estimator,

        @Schema(
                description =
                        "Names of the targets on which every trial is measured; by default those of objectives and"
                                + " constraints",
                example = "[\"host\"]")
        @Nullable
        @Size(max = 32)
        List<String> hardwareTargets,

        @Schema(description = "What to optimise, one or more", requiredMode = RequiredMode.REQUIRED)
        @Nullable
        @Size(max = 8)
        List<ObjectiveRequest> objectives,

        @Schema(description = "Bounds that a solution must meet") @Nullable @Size(max = 32)
        List<ConstraintRequest> constraints,

        @Schema(description = "What the search may cost") @Nullable @Valid
        BudgetRequest budget,

        @Schema(description = "Trials that are evaluated at a time; by default 1") @Nullable @Min(1) @Max(64)
        Integer parallelism,

        @Schema(
                description = "on (the default) takes the result of an architecture that was evaluated before under the"
                        + " same terms; off evaluates it again")
        @Nullable
        Memory memory,

        @Schema(description = "Of everything random; by default drawn, and told in the answer", example = "42")
        @Nullable
        Long seed,

        @Schema(description = "false leaves the experiment PAUSED; by default true") @Nullable
        Boolean start) {

    private static final String AGGREGATE =
            "One value of several targets instead of one target's: max (the worst, of metrics that are better the smaller"
                    + " they are), min (of the others) or sum";
    private static final String TARGETS = "The targets of the aggregate";
    private static final String WEIGHTS =
            "The targets of the aggregate sum, each with its weight above 0; instead of targets";

    /** A metric to optimise. */
    @Schema(name = "ObjectiveRequest", description = "A metric to optimise, in the direction in which it is better")
    record ObjectiveRequest(
            @Schema(description = "Key of a searchable metric", example = "latency")
            String metric,

            @Schema(
                    description =
                            "Hardware target, for metrics that belong to one; may be left out where the experiment"
                                    + " has one target. Also an aggregate as answers have it: max(a,b)",
                    example = "host")
            @Nullable
            String target,

            @Schema(description = AGGREGATE, example = "max") @Nullable
            String aggregate,

            @Schema(description = TARGETS, example = "[\"raspi4\", \"eyeriss\"]") @Nullable @Size(max = 16)
            List<String> targets,

            @Schema(description = WEIGHTS, example = "{\"raspi4\": 1, \"eyeriss\": 0.5}") @Nullable @Size(max = 16)
            Map<String, Double> weights,

            @Schema(
                    description = "In the metric's unit: the search ends once a feasible trial is at least this good in"
                            + " every objective that has a goal")
            @Nullable
            Double goal) {}

    /** A bound that a solution must meet. */
    @Schema(name = "ConstraintRequest", description = "A bound that a solution must meet, in the metric's unit")
    record ConstraintRequest(
            @Schema(description = "Key of a searchable metric", example = "parameters")
            String metric,

            @Schema(description = "Hardware target, for metrics that belong to one") @Nullable
            String target,

            @Schema(description = AGGREGATE, example = "max") @Nullable
            String aggregate,

            @Schema(description = TARGETS, example = "[\"raspi4\", \"eyeriss\"]") @Nullable @Size(max = 16)
            List<String> targets,

            @Schema(description = WEIGHTS, example = "{\"raspi4\": 1, \"eyeriss\": 0.5}") @Nullable @Size(max = 16)
            Map<String, Double> weights,

            @Schema(description = "Upper bound; one of the two bounds is needed", example = "200000") @Nullable
            Double atMost,

            @Schema(description = "Lower bound") @Nullable Double atLeast,

            @Schema(
                    description =
                            "Chance, from 0.5 on, with which a predicted value must meet it; where absent, the predicted"
                                    + " value itself must",
                    example = "0.95")
            @Nullable
            Double confidence) {}

    /** What a search may cost. */
    @Schema(name = "BudgetRequest", description = "What a search may cost")
    record BudgetRequest(
            @Schema(description = "Trials in all; by default 50", example = "40") @Nullable @Min(1) @Max(1_000_000)
            Integer maxTrials,

            @Schema(
                    description = "Time that it may run, ISO 8601; no new trial begins after it. By default unlimited",
                    example = "PT20M")
            @Nullable
            Duration maxDuration,

            @Schema(description = "The search ends FAILED with this many failed trials; by default 10", example = "5")
            @Nullable
            @Min(1)
            @Max(1_000_000)
            Integer maxFailedTrials) {}
}
