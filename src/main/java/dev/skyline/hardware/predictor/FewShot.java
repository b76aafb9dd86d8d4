package dev.skyline.hardware.predictor;

import dev.skyline.network.Network;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A device learned from a handful of measurements, as a weighted sum of devices that are known (after Lee et al. 2021,
 * HELP). How strongly to shrink the weights, on which scale to add, and how wide intervals must be is learned by
 * pretending of each known device that it were the new one, measured on the same architectures.
 */
public final class FewShot implements LatencyPredictor {

    public static final int LEAST = 5;

    private static final double[] PENALTIES = {3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1};
    private static final Transfer.Plan DEFAULT = new Transfer.Plan(Scale.LINEAR, 0.01);
    private static final int MOST_KNOWN = 1000;

    /** Of the least measured latency: sums of weighted latencies can come out negative. */
    private static final double FLOOR = 0.1;

    private final References references;
    private final Transfer transfer;
    private final double halfWidth;
    private final double least;
    private final Report report;

    /**
     * O(known devices · measurements²), and the learning of known devices' models where they are not known for an
     * architecture.
     *
     * @param measured latencies of the new device by architecture, in ms
     * @throws IllegalArgumentException for fewer than {@value #LEAST} measurements
     */
    public static FewShot fit(References references, Map<String, Double> measured) {
        if (measured.size() < LEAST) {
            throw new IllegalArgumentException("a device needs at least " + LEAST
                    + " measured architectures beside known devices, not " + measured.size());
        }
        return new FewShot(references, measured);
    }

    private FewShot(References references, Map<String, Double> measured) {
        this.references = references;
        List<String> architectures = measured.keySet().stream().sorted().toList();
        double[][] known = rows(references.architectures(MOST_KNOWN));
        double[][] rows = rows(architectures);
        double[] millis = architectures.stream().mapToDouble(measured::get).toArray();
        least = FLOOR * Arrays.stream(millis).min().orElseThrow();
        Pretence pretence = new Pretence(known, rows);
        Transfer.Plan plan = pretence.best();
        transfer = plan.fit(known, rows, millis);
        double[] left = plan.leaveOneOut(known, rows, millis);
        halfWidth = references.size() < 2
                ? ofOneReference(plan.scale().of(millis), left)
                : pretence.factor(plan) * Numbers.deviation(plan.scale().of(millis));
        List<Report.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            pairs.add(new Report.Pair(architectures.get(i), millis[i], around(left[i])));
        }
        report = new Report(
                "weighted sum of " + references.size() + " known devices, fitted to " + rows.length + " measurements",
                pairs);
    }

    private double[][] rows(List<String> architectures) {
        return architectures.stream().map(references::of).toArray(double[][]::new);
    }

    /** Where there is nobody to pretend with: as if errors were normal. */
    private static double ofOneReference(double[] values, double[] predicted) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (values[i] - predicted[i]) * (values[i] - predicted[i]);
        }
        TDistribution student = new TDistribution(values.length - 1);
        return student.inverseCumulativeProbability((1 + Spread.COVERAGE) / 2) * Math.sqrt(sum / values.length);
    }

    /**
     * Known devices in the part of the new one.
     *
     * @param known latencies of the known devices for many architectures
     * @param rows the same for those that the new device was measured on
     */
    private record Pretence(double[][] known, double[][] rows) {

        Transfer.Plan best() {
            if (rows[0].length < 2) {
                return DEFAULT;
            }
            Transfer.Plan best = DEFAULT;
            double most = Double.NEGATIVE_INFINITY;
            for (Scale scale : Scale.values()) {
                for (double penalty : PENALTIES) {
                    Transfer.Plan plan = new Transfer.Plan(scale, penalty);
                    double reached = IntStream.range(0, rows[0].length)
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
            double reached =
                    new SpearmansCorrelation().correlation(predicted(device, plan), Numbers.column(known, device));
            return Double.isNaN(reached) ? 0 : reached;
        }

        private double[] predicted(int device, Transfer.Plan plan) {
            double[][] others = without(known, device);
            Transfer transfer = plan.fit(others, without(rows, device), Numbers.column(rows, device));
            return Arrays.stream(others).mapToDouble(transfer::value).toArray();
        }

        /**
         * How many deviations of what was measured an interval must reach to both sides, to hold on the known device that is
         * told worst: between devices errors differ more than within one.
         */
        double factor(Transfer.Plan plan) {
            return IntStream.range(0, rows[0].length)
                    .mapToDouble(device -> Numbers.quantile(scores(device, plan), Spread.COVERAGE))
                    .max()
                    .orElseThrow();
        }

        private double[] scores(int device, Transfer.Plan plan) {
            double[] millis = Numbers.column(rows, device);
            double deviation = Numbers.deviation(plan.scale().of(millis));
            double[] actual = plan.scale().of(Numbers.column(known, device));
            double[] predicted = predicted(device, plan);
            double[] scores = new double[actual.length];
            Arrays.setAll(scores, i -> Math.abs(actual[i] - predicted[i]) / deviation);
            return scores;
        }

        private static double[][] without(double[][] rows, int device) {
            return Arrays.stream(rows)
                    .map(row -> IntStream.range(0, row.length)
                            .filter(d -> d != device)
                            .mapToDouble(d -> row[d])
                            .toArray())
                    .toArray(double[][]::new);
        }
    }

    @Override
    public Prediction predict(String architecture, Supplier<Network> network) {
        return around(transfer.value(references.of(architecture, network)));
    }

    @Override
    public Report report() {
        return report;
    }

    private Prediction around(double value) {
        return Prediction.around(transfer.scale(), value, halfWidth, least);
    }
}
