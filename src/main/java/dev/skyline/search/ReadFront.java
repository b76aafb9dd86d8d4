package dev.skyline.search;

import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.Trial;
import dev.skyline.metric.Constraint;
import dev.skyline.metric.Fidelity;
import dev.skyline.metric.Front;
import dev.skyline.metric.Hypervolume;
import dev.skyline.metric.Knee;
import dev.skyline.metric.Measurement;
import dev.skyline.metric.Problem;
import dev.skyline.metric.Score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a search has found so far, in two metrics, with the highest fidelity that it has reached. Computed on read, O(n log
 * n) in the recorded trials.
 */
public final class ReadFront {

    private final Histories histories;

    public ReadFront(Histories histories) {
        this.histories = histories;
    }

    /**
     * @param points the non-dominated feasible trials, from the least x on
     * @param hypervolume in the product of both units; empty while there is no reference point
     * @param reference x and y up to which it is measured, in the metrics' units
     * @param knee where a little more of one metric stops buying much of the other
     * @param limits the experiment's on these axes
     * @param infeasibility what comes nearest to the limits, where trials were recorded and none meets them
     */
    public record Report(
            Axes axes,
            List<Point> points,
            OptionalDouble hypervolume,
            Optional<double[]> reference,
            Optional<Point> knee,
            List<Constraint> limits,
            Optional<Infeasibility> infeasibility) {}

    /** A trial with its values on both axes, in the metrics' units. */
    public record Point(Trial trial, Measurement across, Measurement up) {

        static Point of(Trial trial, Axes axes) {
            return new Point(
                    trial,
                    trial.measurements().find(axes.x()).orElseThrow(),
                    trial.measurements().find(axes.y()).orElseThrow());
        }

        public double x() {
            return across.value();
        }

        public double y() {
            return up.value();
        }
    }

    /** A point of the scatter. */
    public record Spot(int number, double x, double y, boolean onFront, boolean feasible) {}

    public Report front(Experiment experiment, Axes axes) {
        List<Constraint> limits = experiment.spec().problem().constraints();
        List<Trial> recorded = histories.recorded(experiment.id());
        List<Point> points = points(axes, limits, Results.of(recorded));
        Optional<double[]> reference = ReferencePoint.of(axes.keys(), recorded);
        return new Report(
                axes,
                points,
                reference
                        .map(r -> OptionalDouble.of(Hypervolume.of(vectors(points, axes), r)))
                        .orElse(OptionalDouble.empty()),
                reference.map(r -> axes.canonical(r[0], r[1])),
                knee(points, axes),
                limits.stream()
                        .filter(limit -> axes.keys().contains(limit.key()))
                        .toList(),
                points.isEmpty() ? Infeasibility.among(limits, recorded) : Optional.empty());
    }

    /** Every trial that has a value on both axes, whatever its fidelity, by sequence number. */
    public List<Spot> scatter(Experiment experiment, Axes axes) {
        List<Trial> recorded = histories.recorded(experiment.id());
        Problem problem = axes.problem(experiment.spec().problem().constraints());
        List<Scored> scored = scored(problem, recorded);
        Optional<Fidelity> reached = Results.reached(recorded);
        List<Scored> results = scored.stream()
                .filter(s -> reached.filter(s.trial().fidelity()::equals).isPresent())
                .toList();
        Set<Integer> onFront = new HashSet<>();
        Front.of(results, Scored::score).forEach(s -> onFront.add(s.trial().number()));
        List<Spot> spots = new ArrayList<>(scored.size());
        for (Scored s : scored) {
            Point point = Point.of(s.trial(), axes);
            int number = s.trial().number();
            spots.add(new Spot(
                    number,
                    point.x(),
                    point.y(),
                    onFront.contains(number),
                    s.score().isFeasible()));
        }
        return spots;
    }

    /** The front of these trials, from the least x on. */
    static List<Point> points(Axes axes, List<Constraint> limits, List<Trial> results) {
        return members(axes.problem(limits), results).stream()
                .map(trial -> Point.of(trial, axes))
                .toList();
    }

    /** Those of these trials that are on the problem's front. */
    static List<Trial> members(Problem problem, List<Trial> results) {
        return Front.of(scored(problem, results), Scored::score).stream()
                .map(Scored::trial)
                .toList();
    }

    static Optional<Point> knee(List<Point> front, Axes axes) {
        OptionalInt knee = Knee.of(vectors(front, axes));
        return knee.isPresent() ? Optional.of(front.get(knee.getAsInt())) : Optional.empty();
    }

    private static List<double[]> vectors(List<Point> points, Axes axes) {
        return points.stream()
                .map(point -> axes.canonical(point.x(), point.y()))
                .toList();
    }

    private record Scored(Trial trial, Score score) {}

    private static List<Scored> scored(Problem problem, List<Trial> recorded) {
        List<Scored> scored = new ArrayList<>(recorded.size());
        for (Trial trial : recorded) {
            if (trial.state().isEvaluated()) {
                problem.score(trial.measurements()).ifPresent(score -> scored.add(new Scored(trial, score)));
            }
        }
        return scored;
    }
}
