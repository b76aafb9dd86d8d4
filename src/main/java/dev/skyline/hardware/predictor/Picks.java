package dev.skyline.hardware.predictor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Chooses on which architectures a new device is measured. */
public final class Picks {

    private static final int POOL = 2000;
    private static final double REGULARISATION = 1e-2;

    /** How often a small space is asked for another architecture before it is taken for exhausted. */
    private static final int MOST_DRAWS = 100;

    /** Up to so many measurements lean on known devices; more are learned from for themselves. */
    private static final int FEW = 50;

    private Picks() {}

    /**
     * What is to be measured of a device, by the settings: telling ones where few are asked for and the data knows other
     * devices, random ones else.
     *
     * @throws dev.skyline.plugin.InvalidSettings where a known device is known for too few architectures
     */
    public static List<String> of(PredictorSettings settings, PredictorData data, Architectures space) {
        return isFew(settings, data)
                ? diverse(Learning.references(data, space::decode, settings.seed()), settings.samples())
                : random(space, settings.samples(), settings.seed());
    }

    /**
     * What is taken of those that a device has been measured on: telling ones where few are asked for and the data knows
     * other devices for enough of them, random ones else, and all where they are no more than asked for.
     */
    public static List<String> of(
            PredictorSettings settings, PredictorData data, Architectures space, List<String> measured) {
        if (measured.size() > settings.samples() && isFew(settings, data)) {
            Map<String, double[]> known = new LinkedHashMap<>(data.latencies());
            known.keySet().retainAll(new HashSet<>(measured));
            known.values().removeIf(row -> Arrays.stream(row).anyMatch(Double::isNaN));
            if (known.size() >= References.LEAST_ROWS) {
                PredictorData both = new PredictorData(Map.of(), data.devices(), known);
                return diverse(Learning.references(both, space::decode, settings.seed()), settings.samples());
            }
        }
        return some(measured, settings.samples(), settings.seed());
    }

    /** Random ones of these; all of them where they are no more. */
    public static List<String> some(List<String> architectures, int count, long seed) {
        return Arrays.stream(Numbers.shuffled(architectures.size(), new SplittableRandom(seed)))
                .limit(count)
                .mapToObj(architectures::get)
                .toList();
    }

    private static boolean isFew(PredictorSettings settings, PredictorData data) {
        return settings.samples() <= FEW && !data.devices().isEmpty();
    }

    /**
     * Random ones, so that they are to others as others are among themselves; fewer where the space has no more.
     *
     * @param count at least 1
     */
    public static List<String> random(Architectures space, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<String> picks = new LinkedHashSet<>();
        for (int draw = 0; picks.size() < count && draw < MOST_DRAWS * count; draw++) {
            picks.add(space.sample(random));
        }
        return List.copyOf(picks);
    }

    /**
     * The most telling ones by what known devices say: greedily those that make the determinant of a linear model's
     * information greatest (D-optimal design, Fedorov 1972). O(count · architectures · devices²).
     *
     * @param count at most as many as the devices are known for
     */
    public static List<String> diverse(References devices, int count) {
        List<String> pool = devices.architectures(POOL);
        double[][] rows = standardised(pool.stream().map(devices::of).toArray(double[][]::new));
        int size = rows[0].length;
        double[][] covariance = new double[size][size];
        for (int i = 0; i < size; i++) {
            covariance[i][i] = 1 / REGULARISATION;
        }
        List<String> picks = new ArrayList<>();
        Set<Integer> taken = new LinkedHashSet<>();
        while (taken.size() < Math.min(count, pool.size())) {
            int best = -1;
            double most = -1;
            for (int i = 0; i < rows.length; i++) {
                double leverage = dot(rows[i], times(covariance, rows[i]));
                if (leverage > most && !taken.contains(i)) {
                    most = leverage;
                    best = i;
                }
            }
            taken.add(best);
            picks.add(pool.get(best));
            update(covariance, rows[best]);
        }
        return picks;
    }

    /** With a column of ones, for the intercept. */
    private static double[][] standardised(double[][] rows) {
        int devices = rows[0].length;
        double[][] result = new double[rows.length][devices + 1];
        for (double[] row : result) {
            row[devices] = 1;
        }
        for (int d = 0; d < devices; d++) {
            double[] column = Numbers.column(rows, d);
            double mean = Numbers.mean(column);
            double deviation = Math.max(Numbers.deviation(column), Double.MIN_NORMAL);
            for (int i = 0; i < rows.length; i++) {
                result[i][d] = (column[i] - mean) / deviation;
            }
        }
        return result;
    }

    /** One row more (Sherman and Morrison 1950). */
    private static void update(double[][] covariance, double[] row) {
        double[] moved = times(covariance, row);
        double scale = 1 + dot(row, moved);
        for (int i = 0; i < moved.length; i++) {
            for (int j = 0; j < moved.length; j++) {
                covariance[i][j] -= moved[i] * moved[j] / scale;
            }
        }
    }

    private static double[] times(double[][] matrix, double[] x) {
        return Arrays.stream(matrix).mapToDouble(row -> dot(row, x)).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
