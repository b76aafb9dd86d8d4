package dev.skyline.search;

import dev.skyline.experiment.Experiment;
import dev.skyline.experiment.Trial;
import dev.skyline.metric.Constraint;
import dev.skyline.search.ReadFront.Point;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Says which of the trials to take where a cost must keep within a limit: the best one, and what a little less or more of
 * the cost would give. Computed on read, O(n log n) in the recorded trials; also of a search that still runs.
 */
public final class Recommend {

    private static final int ALTERNATIVES = 5;

    /** Of the alternatives, those that cost less, where there are enough of both kinds. */
    private static final int CHEAPER = 3;

    private final Histories histories;

    public Recommend(Histories histories) {
        this.histories = histories;
    }

    /**
     * What to take.
     *
     * @param axes the limited cost across, the quality upwards
     * @param best that of the best quality within the limit and those of the experiment; empty where there is none
     * @param knee of the front within the limits
     * @param alternatives members of the front without the limit that lie next to the best one, from the least cost on;
     *     without a best one those of the least cost
     * @param infeasibility what comes nearest to the limits, where trials were recorded and none meets them
     */
    public record Recommendation(
            Axes axes,
            Optional<Point> best,
            Optional<Point> knee,
            List<Point> alternatives,
            Optional<Infeasibility> infeasibility) {}

    /** The experiment's own constraints hold besides the bounds, and their confidence for both. */
    public Recommendation of(Experiment experiment, Axes axes, OptionalDouble atMost, OptionalDouble atLeast) {
        List<Constraint> given = experiment.spec().problem().constraints();
        List<Constraint> limits = new ArrayList<>(given);
        if (atMost.isPresent() || atLeast.isPresent()) {
            limits.add(new Constraint(axes.x(), atMost, atLeast, confidence(given, axes)));
        }
        List<Trial> recorded = histories.recorded(experiment.id());
        List<Trial> results = Results.of(recorded);
        List<Point> within = ReadFront.points(axes, limits, results);
        Optional<Point> best = best(within, axes);
        return new Recommendation(
                axes,
                best,
                ReadFront.knee(within, axes),
                alternatives(ReadFront.points(axes, given, results), best),
                best.isPresent() ? Optional.empty() : Infeasibility.among(limits, recorded));
    }

    private static OptionalDouble confidence(List<Constraint> given, Axes axes) {
        return given.stream()
                .filter(limit -> limit.key().equals(axes.x()))
                .flatMapToDouble(limit -> limit.confidence().stream())
                .max();
    }

    private static Optional<Point> best(List<Point> points, Axes axes) {
        return points.stream().reduce((a, b) -> axes.y().metric().better(b.y(), a.y()) ? b : a);
    }

    private static List<Point> alternatives(List<Point> front, Optional<Point> best) {
        List<Point> cheaper = new ArrayList<>();
        List<Point> dearer = new ArrayList<>();
        boolean passed = best.isEmpty();
        Point last = null;
        for (Point point : front) {
            boolean isBest = best.filter(b -> isSame(b, point)).isPresent();
            passed |= isBest;
            if (!isBest && (last == null || !isSame(last, point))) {
                (passed ? dearer : cheaper).add(point);
            }
            last = point;
        }
        int few = Math.min(cheaper.size(), Math.max(CHEAPER, ALTERNATIVES - dearer.size()));
        List<Point> found = new ArrayList<>(cheaper.subList(cheaper.size() - few, cheaper.size()));
        found.addAll(dearer.subList(0, Math.min(dearer.size(), ALTERNATIVES - few)));
        return found;
    }

    private static boolean isSame(Point a, Point b) {
        return a.x() == b.x() && a.y() == b.y();
    }
}
