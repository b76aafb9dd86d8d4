package dev.skyline.comparison;

import dev.skyline.metric.GrowingHypervolume;
import dev.skyline.metric.Score;

import java.util.Arrays;
import java.util.List;

/**
 * How good a run was after each of its evaluations. NaN before anything feasible is found; never falls, in the sense of
 * its measure.
 */
final class Course {

    private Course() {}

    /**
     * The best value of a single objective.
     *
     * @param scores by evaluation; null for one that gave no values
     * @param maximize whether the objective's canonical value is the negative of it
     */
    static double[] best(List<Score> scores, boolean maximize) {
        double[] course = new double[scores.size()];
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < course.length; i++) {
            Score score = scores.get(i);
            if (score != null && score.isFeasible()) {
                best = Math.min(best, score.objectives()[0]);
            }
            course[i] = best == Double.POSITIVE_INFINITY ? Double.NaN : maximize ? -best : best;
        }
        return course;
    }

    /**
     * The hypervolume of the feasible ones, after every objective is mapped to [0, 1] by these bounds.
     *
     * @param least and {@code greatest}: canonical values over all runs
     */
    static double[] hypervolume(List<Score> scores, double[] least, double[] greatest) {
        double[] reference = new double[least.length];
        Arrays.fill(reference, 1);
        GrowingHypervolume volume = new GrowingHypervolume(reference);
        double[] course = new double[scores.size()];
        for (int i = 0; i < course.length; i++) {
            Score score = scores.get(i);
            if (score != null && score.isFeasible()) {
                volume.add(normalised(score.objectives(), least, greatest));
            }
            course[i] = volume.value();
        }
        return course;
    }

    /** The least or greatest value of each objective over all feasible scores; empty where there is none. */
    static List<double[]> bounds(List<List<Score>> runs, int objectives) {
        double[] least = new double[objectives];
        double[] greatest = new double[objectives];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        boolean any = false;
        for (List<Score> run : runs) {
            for (Score score : run) {
                if (score != null && score.isFeasible()) {
                    any = true;
                    for (int k = 0; k < objectives; k++) {
                        least[k] = Math.min(least[k], score.objectives()[k]);
                        greatest[k] = Math.max(greatest[k], score.objectives()[k]);
                    }
                }
            }
        }
        return any ? List.of(least, greatest) : List.of();
    }

    private static double[] normalised(double[] values, double[] least, double[] greatest) {
        double[] normalised = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            double range = greatest[k] - least[k];
            normalised[k] = range == 0 ? 0 : (values[k] - least[k]) / range;
        }
        return normalised;
    }
}
