package dev.skyline.hardware.predictor;

import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Known devices in the part of the new one.
 *
 * @param known latencies of the known devices for many architectures
 * @param rows the same for those that the new device was measured on
 */
record Pretence(double[][] known, double[][] rows) {

    private static final double[] PENALTIES = {3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1};
    private static final Transfer.Plan DEFAULT = new Transfer.Plan(Scale.LINEAR, 0.01);

    int devices() {
        return rows[0].length;
    }

    /** The plan that ranks architectures best on the known devices. */
    Transfer.Plan best() {
        if (devices() < 2) {
            return DEFAULT;
        }
        Transfer.Plan best = DEFAULT;
        double most = Double.NEGATIVE_INFINITY;
        for (Scale scale : Scale.values()) {
            for (double penalty : PENALTIES) {
                Transfer.Plan plan = new Transfer.Plan(scale, penalty);
                double reached = IntStream.range(0, devices())
                        .mapToDouble(device -> agreement(device, plan))
                        .average()
                        .orElseThrow();
                if (reached > most) {
                    most = reached;
                    best = plan;
                }
            }
        }
        return best;
    }

    private double agreement(int device, Transfer.Plan plan) {
        double[][] others = without(known, device);
        Transfer transfer = plan.fit(others, without(rows, device), Numbers.column(rows, device));
        double[] predicted = Arrays.stream(others).mapToDouble(transfer::value).toArray();
        double reached = new SpearmansCorrelation().correlation(predicted, Numbers.column(known, device));
        return Double.isNaN(reached) ? 0 : reached;
    }

    static double[][] without(double[][] rows, int device) {
        return Arrays.stream(rows)
                .map(row -> IntStream.range(0, row.length)
                        .filter(d -> d != device)
                        .mapToDouble(d -> row[d])
                        .toArray())
                .toArray(double[][]::new);
    }
}
