package dev.skyline.hardware.predictor;

import org.apache.commons.math3.distribution.TDistribution;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many of its own errors' sizes an interval of a few-shot predictor must reach: as many as known devices need that
 * play the new one, measured on other random architectures each time. So many that a known device of which only the
 * others had been asked would have got intervals that hold as often as they shall.
 *
 * @param missed errors of each device that was pretended, in its sizes, ascending
 */
record FewShotReach(double[][] missed) {

    /** How often each known device plays the new one. */
    private static final int DRAWS = 10;

    private static final int HALVINGS = 12;
    private static final double LEAST_LEVEL = 0.9;

    /** @param telling how many of the first rows stay, as they were not picked at random */
    static double of(Pretence pretence, Transfer.Plan plan, FewShotErrors own, int telling, long seed) {
        return pretence.devices() < 2 ? ofOneDevice(own) : asked(pretence, plan, telling, seed).reach();
    }

    /** Where there is nobody to pretend with: as if errors were normal. */
    private static double ofOneDevice(FewShotErrors own) {
        double square =
                Arrays.stream(own.typical()).map(error -> error * error).average().orElseThrow();
        TDistribution student = new TDistribution(own.typical().length);
        return student.inverseCumulativeProbability((1 + Spread.COVERAGE) / 2) * Math.sqrt(square) / own.size();
    }

    private static FewShotReach asked(Pretence pretence, Transfer.Plan plan, int telling, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] known = pretence.known();
        int drawn = Math.min(pretence.rows().length - telling, known.length / 2);
        double[][][] missed = new double[pretence.devices()][DRAWS][];
        for (int draw = 0; draw < DRAWS; draw++) {
            int[] order = Numbers.shuffled(known.length, random);
            double[][] rows = Stream.concat(
                            Arrays.stream(pretence.rows()).limit(telling),
                            IntStream.of(order).limit(drawn).mapToObj(i -> known[i]))
                    .toArray(double[][]::new);
            Pretence drawnAgain = new Pretence(known, rows);
            int[] others = Arrays.copyOfRange(order, drawn, order.length);
            for (int device = 0; device < missed.length; device++) {
                missed[device][draw] =
                        drawnAgain.missed(device, drawnAgain.errors(device, plan, telling), others);
            }
        }
        return new FewShotReach(Arrays.stream(missed)
                .map(draws -> Arrays.stream(draws)
                        .flatMapToDouble(Arrays::stream)
                        .sorted()
                        .toArray())
                .toArray(double[][]::new));
    }

    private double reach() {
        double[][] others = IntStream.range(0, missed.length)
                .mapToObj(device -> pooled(device))
                .toArray(double[][]::new);
        double low = LEAST_LEVEL;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double level = (low + high) / 2;
            boolean holds = held(others, level) >= Spread.COVERAGE;
            low = holds ? low : level;
            high = holds ? level : high;
        }
        return at(pooled(-1), high);
    }

    private double held(double[][] others, double level) {
        return IntStream.range(0, missed.length)
                .mapToDouble(device -> {
                    double reach = at(others[device], level);
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

    private static double at(double[] sorted, double level) {
        return sorted[Math.max(0, (int) Math.ceil(level * sorted.length) - 1)];
    }
}
