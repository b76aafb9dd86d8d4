package dev.skyline.hardware.predictor;

import java.util.Arrays;

/**
 * A device told from others, and how far it seems to be off by its own few measurements.
 *
 * @param least in ms; sums of weighted latencies can come out negative
 * @param leftOut predicted in ms for each architecture that was measured, without it
 * @param typical errors of those that were not picked because they are out of the common, in the yardstick's unit
 * @param size of an error in that unit: the mean of these, and as if one more were the deviation of what was measured
 */
record FewShotErrors(
        Transfer transfer, Yardstick yardstick, double least, double[] leftOut, double[] typical, double size) {

    /** Of the least measured latency. */
    private static final double FLOOR = 0.1;

    /** Between errors that depend on the latency and such that do not; some devices know the ones, some the others. */
    private static final double SHARE = 0.5;

    private static final double NEGLIGIBLE = 1e-6;

    /** @param telling how many of the first rows were picked because they are out of the common */
    static FewShotErrors of(Transfer.Plan plan, double[][] known, double[][] rows, double[] millis, int telling) {
        Yardstick yardstick = new Yardstick(Numbers.median(millis), SHARE);
        double least = FLOOR * Arrays.stream(millis).min().orElseThrow();
        double[] leftOut = Arrays.stream(plan.leaveOneOut(known, rows, millis))
                .map(value -> Math.max(plan.scale().millis(value), least))
                .toArray();
        double[] typical = new double[millis.length - telling];
        Arrays.setAll(typical, i -> yardstick.error(millis[telling + i], leftOut[telling + i]));
        double own = Math.log(Math.max(Numbers.mean(typical), NEGLIGIBLE));
        double all = Math.log(Math.max(Numbers.deviation(millis) / yardstick.typical(), NEGLIGIBLE));
        double size = Math.exp((typical.length * own + all) / (typical.length + 1));
        return new FewShotErrors(plan.fit(known, rows, millis), yardstick, least, leftOut, typical, size);
    }

    double millis(double[] row) {
        return Math.max(transfer.scale().millis(transfer.value(row)), least);
    }
}
