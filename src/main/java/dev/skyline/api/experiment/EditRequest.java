package dev.skyline.api.experiment;

import dev.skyline.api.experiment.ExperimentRequest.BudgetRequest;
import dev.skyline.experiment.Budget;
import dev.skyline.experiment.Experiment.Editable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All of an experiment that may be edited, as a JSON document that a merge patch changes. */
record EditRequest(
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 10_000) String notes,
        @Nullable @Size(max = 20) List<@Size(min = 1, max = 50) String> labels,
        @Nullable @Valid BudgetRequest budget,
        @Min(1) @Max(64) Integer parallelism) {

    static EditRequest of(Editable editable) {
        Budget budget = editable.budget();
        return new EditRequest(
                editable.name(),
                editable.notes(),
                editable.labels(),
                new BudgetRequest(budget.maxTrials(), budget.maxDuration().orElse(null), budget.maxFailedTrials()),
                editable.parallelism());
    }

    /** @param before for what cannot be taken away */
    Editable toEditable(Editable before) {
        Optional<BudgetRequest> asked = Optional.ofNullable(budget);
        return new Editable(
                name.strip(),
                notes == null ? "" : notes,
                Drafts.labels(labels),
                new Budget(
                        asked.map(BudgetRequest::maxTrials)
                                .orElse(before.budget().maxTrials()),
                        asked.map(BudgetRequest::maxDuration),
                        asked.map(BudgetRequest::maxFailedTrials)
                                .orElse(before.budget().maxFailedTrials())),
                parallelism);
    }

    /** The same as a client writes it: only what is to change. */
    @Schema(
            name = "ExperimentPatch",
            description = "What is to change (JSON Merge Patch, RFC 7396): what is left out stays, null takes away")
    record Patch(
            @Schema(description = "For people", example = "digits, more trials") @Nullable @Size(min = 1, max = 200)
            String name,

            @Schema(description = "For people") @Nullable @Size(max = 10_000) String notes,

            @Schema(description = "Instead of those that it has") @Nullable @Size(max = 20)
            List<@Size(min = 1, max = 50) String> labels,

            @Schema(description = "What it may cost in all") @Nullable BudgetPatch budget,

            @Schema(description = "Trials that are evaluated at a time", example = "2") @Nullable @Min(1) @Max(64)
            Integer parallelism) {}

    @Schema(name = "BudgetPatch", description = "What is to change of what the search may cost")
    record BudgetPatch(
            @Schema(description = "Trials in all", example = "80") @Nullable @Min(1) @Max(1_000_000) Integer maxTrials,

            @Schema(
                    types = {"string", "null"},
                    description = "Time that it may run, ISO 8601; null for no limit",
                    example = "PT40M")
            @Nullable
            String maxDuration,

            @Schema(description = "It ends FAILED with this many failed trials", example = "5")
            @Nullable
            @Min(1)
            @Max(1_000_000)
            Integer maxFailedTrials) {}
}
