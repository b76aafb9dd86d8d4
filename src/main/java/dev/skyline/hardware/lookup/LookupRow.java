package dev.skyline.hardware.lookup;

import dev.skyline.hardware.LatencyReport;

import java.util.OptionalDouble;

/**
 * What a table says of an operator.
 *
 * @param ms of one execution, 0 or more
 * @param spread half the interquartile range over the median of what was measured (0.02 is 2 %)
 * @param count measurements that this rests on, 1 or more
 */
public record LookupRow(double ms, OptionalDouble spread, int count) {

    /** Above it, a spread is one in ms or in percent. */
    static final double MOST_SPREAD = 10;

    /** Half the interquartile range of a normal distribution, in standard deviations. */
    private static final double HALF_RANGE = 0.6744897501960817;

    public LookupRow {
        if (!(ms >= 0 && ms < Double.POSITIVE_INFINITY) || spread.isPresent() && !(spread.getAsDouble() >= 0)) {
            throw new IllegalArgumentException(
                    "an operator takes 0 ms or more, with a spread of 0 or more, not " + ms + " and " + spread);
        }
        if (count < 1) {
            throw new IllegalArgumentException("a row rests on one measurement or more, not " + count);
        }
    }

    public static LookupRow of(double ms) {
        return new LookupRow(ms, OptionalDouble.empty(), 1);
    }

    /** One of many measurements that are normally distributed. */
    public static LookupRow normal(double mean, double variance, int count) {
        double spread = mean > 0 ? HALF_RANGE * Math.sqrt(variance) / mean : 0;
        return new LookupRow(mean, OptionalDouble.of(spread), count);
    }

    /** What an operator takes: by how much the network with it takes longer than the one without, see {@link Probes}. */
    public static LookupRow difference(LatencyReport with, LatencyReport without) {
        double ms = Math.max(0, with.medianMillis() - without.medianMillis());
        double range = Math.hypot(with.spread() * with.medianMillis(), without.spread() * without.medianMillis());
        OptionalDouble spread = ms > 0 ? OptionalDouble.of(Math.min(range / ms, MOST_SPREAD)) : OptionalDouble.empty();
        return new LookupRow(ms, spread, 1);
    }

    /** Standard deviation in ms, as if the measurements were normally distributed; 0 where there is no spread. */
    double deviation() {
        return spread.orElse(0) * ms / HALF_RANGE;
    }
}
