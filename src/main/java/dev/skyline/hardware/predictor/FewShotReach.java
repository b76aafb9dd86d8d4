package dev.skyline.hardware.predictor;

import org.apache.commons.math3.distribution.TDistribution;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * How many sizes of its own errors an interval of a few-shot predictor must reach: as many as known devices need that
 * play the new one, each measured on other random architectures again and again. Devices differ in how errors are
 * distributed: it is so many that a known device, if only the others had been asked, would get intervals that hold as
 * often as they shall.
 *
 * @param missed errors of each device that played, in its sizes, ascending
 */
record FewShotReach(double[][] missed) {

    /** How often each known device plays the new one. */
    private static final int DRAWS = 10;

    private static final int HALVINGS = 12;
    private static final double LEAST_LEVEL = 0.9;

    /** @param telling how many of the measured were not picked at random, but because they are out of the common */
    static double of(Pretence pretence, Transfer.Plan plan, FewShotErrors own, int telling, long seed) {
        int measured = pretence.rows().length;
        return pretence.devices() < 2
                ? ofOneDevice(own, measured - telling)
                : asked(pretence, plan, telling, seed).reach();
    }

    /** Where there is nobody to play: as if errors were normal. */
    private static double ofOneDevice(FewShotErrors own, int random) {
        TDistribution student = new TDistribution(random);
        return student.inverseCumulativeProbability((1 + Spread.COVERAGE) / 2) * own.own() / own.size();
    }

    private static FewShotReach asked(Pretence pretence, Transfer.Plan plan, int telling, long seed) {
        return new FewShotReach(IntStream.range(0, pretence.devices())
                .mapToObj(device -> asked(pretence, device, plan, telling, new SplittableRandom(seed)))
                .toArray(double[][]::new));
    }

    private static double[] asked(
            Pretence pretence, int device, Transfer.Plan plan, int telling, RandomGenerator random) {
        double[][] known = Pretence.without(pretence.known(), device);
        double[] millis = Numbers.column(pretence.known(), device);
        // by what the others say: picks that its own latencies had a part in would flatter it
        int[] picked = Picks.telling(known, Math.min(telling, known.length / 4)).toArray();
        int count = Math.min(pretence.rows().length, picked.length + known.length / 2);
        return IntStream.range(0, DRAWS)
                .mapToObj(draw -> IntStream.concat(
                                IntStream.of(picked), IntStream.of(Numbers.shuffled(known.length, random)))
                        .distinct()
                        .toArray())
                .flatMapToDouble(order -> {
                    int[] rows = Arrays.copyOf(order, count);
                    FewShotErrors errors = FewShotErrors.of(
                            plan, known, Numbers.pick(known, rows), Numbers.pick(millis, rows), picked.length);
                    return IntStream.of(order).skip(count).mapToDouble(i -> errors.missed(millis[i], known[i]));
                })
                .sorted()
                .toArray();
    }

    private double reach() {
        double[][] others =
                IntStream.range(0, missed.length).mapToObj(this::pooled).toArray(double[][]::new);
        double low = LEAST_LEVEL;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double level = (low + high) / 2;
            boolean holds = held(others, level) >= Spread.COVERAGE;
            low = holds ? low : level;
            high = holds ? level : high;
        }
        return Numbers.quantile(pooled(-1), high);
    }

    private double held(double[][] others, double level) {
        return IntStream.range(0, missed.length)
                .mapToDouble(device -> {
                    double reach = Numbers.quantile(others[device], level);
                    return Arrays.stream(missed[device])
                            .map(error -> error <= reach ? 1 : 0)
                            .average()
                            .orElseThrow();
                })
                .average()
                .orElseThrow();
    }

    private double[] pooled(int without) {
        return IntStream.range(0, missed.length)
                .filter(device -> device != without)
                .mapToObj(device -> missed[device])
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
    }
}
