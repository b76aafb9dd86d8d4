package dev.skyline.strategy;

import org.apache.commons.math3.stat.inference.AlternativeHypothesis;
import org.apache.commons.math3.stat.inference.BinomialTest;

import java.util.stream.IntStream;

/** Whether one strategy beats another on the same seeds, without a word on how its results are distributed. */
public final class SignTest {

    private SignTest() {}

    /** Probability of at least as many wins by chance alone; ties do not count. */
    public static double p(double[] ours, double[] theirs) {
        int wins = (int)
                IntStream.range(0, ours.length).filter(i -> ours[i] > theirs[i]).count();
        int ties = (int) IntStream.range(0, ours.length)
                .filter(i -> ours[i] == theirs[i])
                .count();
        return new BinomialTest().binomialTest(ours.length - ties, wins, 0.5, AlternativeHypothesis.GREATER_THAN);
    }
}
