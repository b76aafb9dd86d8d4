package dev.skyline.strategy.policy;

import dev.skyline.space.SearchSpace.Encodable;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/**
 * Every decision on its own: the policy of NAS-Bench-201's reference search (Dong and Yang 2020).
 *
 * @param options number of options of each decision
 */
record Logits(int[] options) implements Policy {

    private static final double SPREAD = 1e-3;

    @Override
    public double[] initial(RandomGenerator random) {
        return DoubleStream.generate(() -> SPREAD * random.nextGaussian())
                .limit(Arrays.stream(options).sum())
                .toArray();
    }

    @Override
    public int[] sample(double[] parameters, RandomGenerator random) {
        int[] choices = new int[options.length];
        int start = 0;
        for (int i = 0; i < options.length; i++) {
            choices[i] = Softmax.sample(probabilities(parameters, start, i), random);
            start += options[i];
        }
        return choices;
    }

    @Override
    public double addGradient(double[] parameters, int[] choices, double factor, double[] gradient) {
        double logarithm = 0;
        int start = 0;
        for (int i = 0; i < options.length; i++) {
            if (choices[i] != Encodable.NONE) {
                double[] probabilities = probabilities(parameters, start, i);
                logarithm += Math.log(probabilities[choices[i]]);
                for (int option = 0; option < options[i]; option++) {
                    gradient[start + option] += factor * ((option == choices[i] ? 1 : 0) - probabilities[option]);
                }
            }
            start += options[i];
        }
        return logarithm;
    }

    private double[] probabilities(double[] parameters, int start, int decision) {
        return Softmax.of(Arrays.copyOfRange(parameters, start, start + options[decision]));
    }
}
