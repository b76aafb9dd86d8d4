package dev.skyline.hardware.predictor;

import java.util.Arrays;

/**
 * A device told from others, and how far it seems to be off by its own few measurements.
 *
 * @param least in ms; sums of weighted latencies can come out negative
 * @param leftOut predicted in ms for each architecture that was measured, without it
 * @param own root mean square of the errors of these that were picked at random, in the yardstick's unit
 * @param size of an error in that unit: mostly the own ones, and a little the deviation of what was measured
 */
record FewShotErrors(Transfer transfer, Yardstick yardstick, double least, double[] leftOut, double own, double size) {

    /** Of the least measured latency. */
    private static final double FLOOR = 0.1;

    /** Between errors that depend on the latency and such that do not: a few measurements do not tell which they are. */
    private static final double SHARE = 0.5;

    /** What all latencies say of errors counts as much as so many own errors. */
    private static final double PRIOR = 0.5;

    private static final double NEGLIGIBLE = 1e-6;

    /** @param telling how many of the first rows were not picked at random, but because they are out of the common */
    static FewShotErrors of(Transfer.Plan plan, double[][] known, double[][] rows, double[] millis, int telling) {
        Yardstick yardstick = new Yardstick(Numbers.median(millis), SHARE);
        double least = FLOOR * Arrays.stream(millis).min().orElseThrow();
        double[] leftOut = Arrays.stream(plan.leaveOneOut(known, rows, millis))
                .map(value -> Math.max(plan.scale().millis(value), least))
                .toArray();
        int random = millis.length - telling;
        double square = 0;
        for (int i = telling; i < millis.length; i++) {
            square += Math.pow(yardstick.error(millis[i], leftOut[i]), 2) / random;
        }
        double own = Math.max(Math.sqrt(square), NEGLIGIBLE);
        double all = Math.max(Numbers.deviation(millis) / yardstick.typical(), NEGLIGIBLE);
        double size = Math.exp((random * Math.log(own) + PRIOR * Math.log(all)) / (random + PRIOR));
        return new FewShotErrors(plan.fit(known, rows, millis), yardstick, least, leftOut, own, size);
    }

    double millis(double[] row) {
        return Math.max(transfer.scale().millis(transfer.value(row)), least);
    }

    /** In the yardstick's unit and {@link #size}. */
    double missed(double millis, double[] row) {
        return yardstick.error(millis, millis(row)) / size;
    }
}
