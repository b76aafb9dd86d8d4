package dev.skyline.hardware.lookup;

/**
 * The cost of the row whose operations and moved values come nearest, by the logarithms of both. Its error is that of each
 * row's nearest other.
 */
final class NearestOperator implements Estimator {

    private static final int MOST_CHECKED = 500;

    private final Samples samples;
    private final double deviation;

    /** O(rows), as at most 500 of them are checked. */
    NearestOperator(Samples samples) {
        this.samples = samples;
        this.deviation = deviation();
    }

    @Override
    public Estimate estimate(OperatorKey key) {
        return Estimate.ofLogarithm(Math.exp(samples.y()[nearest(Samples.features(key), -1)]), deviation);
    }

    private double deviation() {
        if (samples.size() < 3) {
            return UNKNOWN_DEVIATION;
        }
        int step = (samples.size() + MOST_CHECKED - 1) / MOST_CHECKED;
        double sum = 0;
        int checked = 0;
        for (int i = 0; i < samples.size(); i += step, checked++) {
            double error = samples.y()[nearest(samples.x()[i], i)] - samples.y()[i];
            sum += error * error;
        }
        return Math.sqrt(sum / checked);
    }

    private int nearest(double[] to, int except) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < samples.size(); i++) {
            double distance = Math.hypot(samples.x()[i][0] - to[0], samples.x()[i][1] - to[1]);
            if (i != except && distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
