package dev.skyline.export;

/**
 * How far two runtimes agree on the same samples.
 *
 * @param samples how many were classified
 * @param largestDifference of any probability
 * @param sameClasses whether the most probable class of each sample is the same; where one finds two classes equally
 *     probable, within the tolerance, the other may choose either
 */
public record Agreement(int samples, double largestDifference, boolean sameClasses) {

    /** What 32-bit sums of a deep network may differ by where they are added up in another order. */
    public static final double TOLERANCE = 1e-4;

    /**
     * @param expected probabilities, [sample][class]
     * @param actual the same of the other runtime
     */
    public static Agreement of(float[] expected, float[] actual, int classes) {
        if (expected.length != actual.length || expected.length == 0) {
            throw new IllegalArgumentException(
                    "there are " + expected.length + " probabilities against " + actual.length);
        }
        double largest = 0;
        boolean same = true;
        for (int from = 0; from < expected.length; from += classes) {
            for (int i = from; i < from + classes; i++) {
                double difference = Math.abs((double) expected[i] - actual[i]);
                // Not a number is no agreement.
                largest = difference <= largest ? largest : Double.isNaN(difference) ? Double.MAX_VALUE : difference;
            }
            float probable = expected[highest(expected, from, classes)];
            float chosen = expected[highest(actual, from, classes)];
            same &= probable - chosen <= TOLERANCE;
        }
        return new Agreement(expected.length / classes, largest, same);
    }

    private static int highest(float[] values, int from, int count) {
        int highest = from;
        for (int i = from + 1; i < from + count; i++) {
            if (values[i] > values[highest]) {
                highest = i;
            }
        }
        return highest;
    }

    /** Whether one may stand for the other. */
    public boolean holds() {
        return sameClasses && largestDifference <= TOLERANCE;
    }

    /** The worse of both. */
    public Agreement and(Agreement other) {
        return new Agreement(
                Math.min(samples, other.samples),
                Math.max(largestDifference, other.largestDifference),
                sameClasses && other.sameClasses);
    }
}
