package dev.skyline.comparison;

import dev.skyline.comparison.StrategyReport.Paired;
import dev.skyline.metric.Metric.Direction;
import dev.skyline.metric.MetricKey;
import dev.skyline.metric.Problem;
import dev.skyline.metric.Score;
import dev.skyline.plugin.PluginSpec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Makes the courses of finished runs into a report. */
public final class Analysis {

    private static final String BASELINE = "random";
    private static final int CURVE_POINTS = 100;
    private static final double BAND = 1.96;

    private final Problem problem;
    private final List<PluginSpec> strategies;
    private final boolean smaller;
    private final List<List<double[]>> courses = new ArrayList<>();
    private final int seeds;

    /**
     * A finished run.
     *
     * @param strategy place in the list of strategies
     * @param seed place in the list of seeds
     * @param scores by evaluation; null for a trial that gave no values
     */
    public record FinishedRun(int strategy, int seed, List<Score> scores) {}

    private Analysis(Problem problem, List<PluginSpec> strategies, int seeds, List<FinishedRun> runs) {
        this.problem = problem;
        this.strategies = strategies;
        this.seeds = seeds;
        this.smaller = !problem.isMultiObjective()
                && problem.objectives().get(0).key().metric().direction() == Direction.MINIMIZE;
        List<double[]> bounds = Course.bounds(
                runs.stream().map(FinishedRun::scores).toList(),
                problem.objectives().size());
        for (int s = 0; s < strategies.size(); s++) {
            courses.add(new ArrayList<>(Arrays.asList(new double[seeds][])));
        }
        for (FinishedRun run : runs) {
            courses.get(run.strategy()).set(run.seed(), course(run.scores(), bounds));
        }
    }

    /**
     * O(trials) for one objective, O(trials · front) for two.
     *
     * @param seeds how many there are
     */
    public static ComparisonReport of(Problem problem, List<PluginSpec> strategies, int seeds, List<FinishedRun> runs) {
        Analysis analysis = new Analysis(problem, strategies, seeds, runs);
        Optional<MetricKey> metric = problem.isMultiObjective()
                ? Optional.empty()
                : Optional.of(problem.objectives().get(0).key());
        return new ComparisonReport(
                problem,
                metric,
                IntStream.range(0, strategies.size()).mapToObj(analysis::report).toList());
    }

    private double[] course(List<Score> scores, List<double[]> bounds) {
        if (!problem.isMultiObjective()) {
            return Course.best(scores, !smaller);
        }
        return bounds.isEmpty() ? new double[0] : Course.hypervolume(scores, bounds.get(0), bounds.get(1));
    }

    private StrategyReport report(int strategy) {
        List<double[]> finished =
                courses.get(strategy).stream().filter(course -> course != null).toList();
        double[] ends = finished.stream()
                .filter(course -> course.length > 0)
                .mapToDouble(course -> course[course.length - 1])
                .filter(end -> !Double.isNaN(end))
                .toArray();
        return new StrategyReport(
                strategies.get(strategy),
                finished.size(),
                curve(finished),
                Arrays.stream(ends).average(),
                ends.length < 2 ? OptionalDouble.empty() : OptionalDouble.of(deviation(ends)),
                rank(strategy),
                againstRandom(strategy));
    }

    private static List<CurvePoint> curve(List<double[]> finished) {
        int length = finished.stream().mapToInt(course -> course.length).max().orElse(0);
        if (finished.stream().anyMatch(course -> course.length == 0)) {
            return List.of();
        }
        List<CurvePoint> curve = new ArrayList<>();
        int points = Math.min(length, CURVE_POINTS);
        for (int i = 1; i <= points; i++) {
            int at = (int) ((long) i * length / points);
            double[] values = finished.stream()
                    .mapToDouble(course -> course[Math.min(at, course.length) - 1])
                    .toArray();
            double mean = Arrays.stream(values).average().orElseThrow();
            if (!Double.isNaN(mean)) {
                double half = values.length < 2 ? 0 : BAND * deviation(values) / Math.sqrt(values.length);
                curve.add(new CurvePoint(at, mean, mean - half, mean + half));
            }
        }
        return curve;
    }

    private OptionalDouble rank(int strategy) {
        return IntStream.range(0, seeds)
                .filter(seed -> courses.stream().allMatch(of -> of.get(seed) != null))
                .mapToDouble(seed -> 1
                        + IntStream.range(0, strategies.size())
                                .filter(other -> other != strategy)
                                .mapToDouble(other -> (1 + compare(other, strategy, seed)) / 2.0)
                                .sum())
                .average();
    }

    private Optional<Paired> againstRandom(int strategy) {
        int baseline = IntStream.range(0, strategies.size())
                .filter(s -> strategies.get(s).type().equals(BASELINE))
                .findFirst()
                .orElse(-1);
        if (baseline < 0 || baseline == strategy) {
            return Optional.empty();
        }
        int[] signs = IntStream.range(0, seeds)
                .filter(seed -> courses.get(strategy).get(seed) != null
                        && courses.get(baseline).get(seed) != null)
                .map(seed -> compare(strategy, baseline, seed))
                .toArray();
        int wins = (int) Arrays.stream(signs).filter(sign -> sign > 0).count();
        int losses = (int) Arrays.stream(signs).filter(sign -> sign < 0).count();
        return Optional.of(new Paired(wins, losses, signs.length - wins - losses, SignTest.p(wins, losses)));
    }

    /** Positive where the first strategy's end is the better one; who found nothing feasible is behind all others. */
    private int compare(int first, int second, int seed) {
        return Double.compare(goodness(first, seed), goodness(second, seed));
    }

    private double goodness(int strategy, int seed) {
        double[] course = courses.get(strategy).get(seed);
        double end = course.length == 0 ? Double.NaN : course[course.length - 1];
        return Double.isNaN(end) ? Double.NEGATIVE_INFINITY : smaller ? -end : end;
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (values.length - 1));
    }
}
