package dev.skyline.search;

import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.Trial;
import dev.skyline.metric.Constraint;
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
        List<Scored> front = front(scored(experiment, axes, Results.of(recorded)));
        List<double[]> vectors =
                front.stream().map(scored -> scored.score().objectives()).toList();
        List<Point> points =
                front.stream().map(scored -> Point.of(scored.trial(), axes)).toList();
        Optional<double[]> reference = ReferencePoint.of(axes.keys(), recorded);
        OptionalInt knee = Knee.of(vectors);
        return new Report(
                axes,
                points,
                reference
                        .map(r -> OptionalDouble.of(Hypervolume.of(vectors, r)))
                        .orElse(OptionalDouble.empty()),
                reference.map(r -> new double[] {
                    axes.x().metric().canonical(r[0]), axes.y().metric().canonical(r[1])
                }),
                knee.isPresent() ? Optional.of(points.get(knee.getAsInt())) : Optional.empty(),
                limits.stream()
                        .filter(limit -> axes.keys().contains(limit.key()))
                        .toList(),
                points.isEmpty() ? Infeasibility.among(limits, recorded) : Optional.empty());
    }

    /** Every trial that has a value on both axes, whatever its fidelity, by sequence number. */
    public List<Spot> scatter(Experiment experiment, Axes axes) {
        List<Trial> recorded = histories.recorded(experiment.id());
        List<Scored> scored = scored(experiment, axes, recorded);
        Set<Integer> onFront = new HashSet<>();
        front(scored(experiment, axes, Results.of(recorded)))
                .forEach(s -> onFront.add(s.trial().number()));
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
        return front(scored(axes.problem(limits), results)).stream()
                .map(scored -> Point.of(scored.trial(), axes))
                .toList();
    }

    private record Scored(Trial trial, Score score) {}

    private static List<Scored> scored(Experiment experiment, Axes axes, List<Trial> recorded) {
        return scored(axes.problem(experiment.spec().problem().constraints()), recorded);
    }

    private static List<Scored> scored(Problem problem, List<Trial> recorded) {
        List<Scored> scored = new ArrayList<>(recorded.size());
        for (Trial trial : recorded) {
            if (trial.state().isEvaluated()) {
                problem.score(trial.measurements()).ifPresent(score -> scored.add(new Scored(trial, score)));
            }
        }
        return scored;
    }

    private static List<Scored> front(List<Scored> scored) {
        return Front.of(scored, Scored::score);
    }
}
