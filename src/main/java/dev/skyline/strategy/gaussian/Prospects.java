package dev.skyline.strategy.gaussian;

import dev.skyline.architecture.Architecture;
import dev.skyline.metric.Problem;
import dev.skyline.strategy.surrogate.NormalScores;
import dev.skyline.strategy.surrogate.Observation;
import dev.skyline.strategy.surrogate.Observations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Puts together what candidates promise from what is known of them, and from processes for what is not.
 *
 * @param lessons for each objective, then for each constraint; empty for one that is known of all candidates
 */
record Prospects(Problem problem, List<Candidate> candidates, Observations seen, List<Lesson> lessons) {

    static Prospects of(
            Problem problem, List<Candidate> candidates, Function<Architecture, int[]> point, Observations seen) {
        int objectives = problem.objectives().size();
        return new Prospects(
                problem,
                candidates,
                seen,
                Lesson.of(
                        point,
                        seen,
                        problem,
                        i -> candidates.stream()
                                .anyMatch(candidate -> i < objectives
                                        ? Double.isNaN(candidate.prospect().objectives()[i])
                                        : !candidate.prospect().met()[i - objectives])));
    }

    /** @param pending choices of what is being evaluated */
    Acquisition acquisition(Surrogate surrogate, List<int[]> pending) {
        List<Acquisition.Limit> limits = limits(surrogate, pending);
        List<double[]> found = seen.complete().stream()
                .filter(observation -> observation.score().isFeasible())
                .map(Observation::objectives)
                .toList();
        int objectives = problem.objectives().size();
        boolean isReady = IntStream.range(0, objectives).allMatch(i -> isKnown(i) || surrogate.isReady(i));
        if (found.isEmpty() || !isReady) {
            return new Acquisition(Promise.ANY, List.of(), limits);
        }
        List<DoubleUnaryOperator> scales =
                IntStream.range(0, objectives).mapToObj(this::scale).toList();
        List<Quantity> quantities = IntStream.range(0, objectives)
                .mapToObj(i -> new Quantity(
                        posterior(surrogate, i, pending),
                        candidate -> scaled(scales.get(i), candidate.prospect().objectives()[i])))
                .toList();
        List<double[]> scaled = found.stream()
                .map(values -> IntStream.range(0, objectives)
                        .mapToDouble(i -> scales.get(i).applyAsDouble(values[i]))
                        .toArray())
                .toList();
        return new Acquisition(promise(scaled, scales), quantities, limits);
    }

    private List<Acquisition.Limit> limits(Surrogate surrogate, List<int[]> pending) {
        List<Acquisition.Limit> limits = new ArrayList<>();
        int objectives = problem.objectives().size();
        for (int i = 0; i < problem.constraints().size(); i++) {
            int constraint = i;
            ToDoubleFunction<Candidate> certain =
                    candidate -> candidate.prospect().met()[constraint] ? Double.NEGATIVE_INFINITY : Double.NaN;
            Lesson lesson = lessons.get(objectives + i);
            posterior(surrogate, objectives + i, pending)
                    .ifPresent(posterior -> limits.add(new Acquisition.Limit(
                            new Quantity(Optional.of(posterior), certain),
                            lesson.scores().of(0))));
        }
        return limits;
    }

    private Promise promise(List<double[]> found, List<DoubleUnaryOperator> scales) {
        if (!problem.isMultiObjective()) {
            return Promise.beyond(
                    found.stream().mapToDouble(values -> values[0]).min().orElseThrow());
        }
        return FrontPromise.of(
                found,
                IntStream.range(0, scales.size())
                        .mapToDouble(i ->
                                isKnown(i) ? worst(i, found) : scales.get(i).applyAsDouble(Double.POSITIVE_INFINITY))
                        .toArray());
    }

    /** Of an objective that is known. */
    private double worst(int objective, List<double[]> found) {
        return Math.max(
                found.stream().mapToDouble(values -> values[objective]).max().orElseThrow(),
                candidates.stream()
                        .mapToDouble(candidate -> candidate.prospect().objectives()[objective])
                        .max()
                        .orElseThrow());
    }

    /** What is modelled is seen through its ranks, so what is known of it has to be, too. */
    private DoubleUnaryOperator scale(int objective) {
        if (isKnown(objective)) {
            return DoubleUnaryOperator.identity();
        }
        NormalScores scores = lessons.get(objective).scores();
        return scores::of;
    }

    private boolean isKnown(int objective) {
        return candidates.stream()
                .noneMatch(candidate -> Double.isNaN(candidate.prospect().objectives()[objective]));
    }

    /** The surrogate is that of the history, also where other candidates than these needed a model. */
    private Optional<Process.Posterior> posterior(Surrogate surrogate, int i, List<int[]> pending) {
        Lesson lesson = lessons.get(i);
        return surrogate.isReady(i) && !lesson.points().isEmpty()
                ? Optional.of(surrogate.processes().get(i).posterior(lesson.points(), lesson.values(), pending))
                : Optional.empty();
    }

    private static double scaled(DoubleUnaryOperator scale, double value) {
        return Double.isNaN(value) ? value : scale.applyAsDouble(value);
    }
}
