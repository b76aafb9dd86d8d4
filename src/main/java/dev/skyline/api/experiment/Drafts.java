package dev.skyline.api.experiment;

import dev.skyline.api.OrNull;
import dev.skyline.api.experiment.ExperimentRequest.BudgetRequest;
import dev.skyline.api.experiment.ExperimentRequest.ConstraintRequest;
import dev.skyline.api.experiment.ExperimentRequest.ObjectiveRequest;
import dev.skyline.search.Draft;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Requests as the core takes them. What was at fault in the request is missing. */
public final class Drafts {

    private static final BudgetRequest NO_BUDGET = new BudgetRequest(null, null, null);

    private Drafts() {}

    /** O(size of the request). */
    public static Draft of(ExperimentRequest request) {
        BudgetRequest budget = Optional.ofNullable(request.budget()).orElse(NO_BUDGET);
        return new Draft(
                text(request.name()),
                Optional.ofNullable(request.notes()),
                labels(request.labels()),
                new Draft.On(
                        Optional.ofNullable(request.dataset()),
                        Optional.ofNullable(request.benchmark()),
                        Optional.ofNullable(request.task()).map(Drafts::task)),
                Optional.ofNullable(request.searchSpace()).map(PluginChoice::toSpec),
                Optional.ofNullable(request.strategy()).map(PluginChoice::toSpec),
                Optional.ofNullable(request.estimator()).map(PluginChoice::toSpec),
                Optional.ofNullable(request.hardwareTargets())
                        .map(targets -> targets.stream().map(Drafts::text).toList()),
                list(request.objectives()).stream().map(Drafts::objective).toList(),
                list(request.constraints()).stream().map(Drafts::constraint).toList(),
                Optional.ofNullable(budget.maxTrials()),
                Optional.ofNullable(budget.maxDuration()),
                Optional.ofNullable(budget.maxFailedTrials()),
                Optional.ofNullable(request.parallelism()),
                Optional.ofNullable(request.seed()),
                request.memory() != Memory.OFF,
                !Boolean.FALSE.equals(request.start()));
    }

    static List<String> labels(List<String> given) {
        return list(given).stream().map(Drafts::text).distinct().toList();
    }

    /** Keeps the place of one that was at fault, so that the others keep theirs. */
    private static Draft.Objective objective(ObjectiveRequest request) {
        return request == null
                ? new Draft.Objective("", Optional.empty(), OptionalDouble.empty())
                : new Draft.Objective(
                        text(request.metric()),
                        AggregateText.target(
                                request.target(), request.aggregate(), request.targets(), request.weights()),
                        AggregateText.places(request.targets(), request.weights()),
                        OrNull.number(request.goal()));
    }

    private static Draft.Constraint constraint(ConstraintRequest request) {
        return request == null
                ? new Draft.Constraint("", Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty())
                : new Draft.Constraint(
                        text(request.metric()),
                        AggregateText.target(
                                request.target(), request.aggregate(), request.targets(), request.weights()),
                        AggregateText.places(request.targets(), request.weights()),
                        OrNull.number(request.atMost()),
                        OrNull.number(request.atLeast()),
                        OrNull.number(request.confidence()));
    }

    private static Draft.Task task(TaskShape given) {
        List<Integer> input = list(given.input()).stream()
                .map(size -> size == null ? 1 : size)
                .toList();
        return new Draft.Task(input, given.classes() == null ? 0 : given.classes());
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }

    private static <T> List<T> list(List<T> given) {
        return given == null ? List.of() : given;
    }
}
