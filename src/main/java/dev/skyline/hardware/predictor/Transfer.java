package dev.skyline.hardware.predictor;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A device's latency as a weighted sum of those of other devices. */
record Transfer(Scale scale, double[] means, double[] deviations, Ridge ridge) {

    /** @param penalty of squared weights */
    record Plan(Scale scale, double penalty) {

        /**
         * @param known latencies of other devices for many architectures, from which their means and deviations are taken
         * @param rows those of the architectures that were measured
         */
        Transfer fit(double[][] known, double[][] rows, double[] millis) {
            return blank(known).fitted(rows, millis, penalty);
        }

        /** For each row the answer, on the scale, of what was fitted to the others. O(rows²). */
        double[] leaveOneOut(double[][] known, double[][] rows, double[] millis) {
            Transfer blank = blank(known);
            double[] predicted = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                int left = i;
                int[] others = IntStream.range(0, rows.length)
                        .filter(other -> other != left)
                        .toArray();
                predicted[i] = blank.fitted(Numbers.pick(rows, others), Numbers.pick(millis, others), penalty)
                        .value(rows[i]);
            }
            return predicted;
        }

        private Transfer blank(double[][] known) {
            int devices = known[0].length;
            double[] means = new double[devices];
            double[] deviations = new double[devices];
            for (int d = 0; d < devices; d++) {
                double[] column = scale.of(Numbers.column(known, d));
                means[d] = Numbers.mean(column);
                deviations[d] = Math.max(Numbers.deviation(column), Double.MIN_NORMAL);
            }
            return new Transfer(scale, means, deviations, new Ridge(new double[devices + 1]));
        }
    }

    private Transfer fitted(double[][] rows, double[] millis, double penalty) {
        double[][] standard = Arrays.stream(rows).map(this::standard).toArray(double[][]::new);
        Ridge fitted = Ridge.fit(standard, means.length, scale.of(millis), penalty);
        return new Transfer(scale, means, deviations, fitted);
    }

    /** On the scale. */
    double value(double[] row) {
        return ridge.predict(standard(row));
    }

    private double[] standard(double[] row) {
        double[] standard = new double[row.length];
        Arrays.setAll(standard, d -> (scale.of(row[d]) - means[d]) / deviations[d]);
        return standard;
    }
}
