package dev.skyline.strategy.evolution;

import dev.skyline.architecture.Architecture;
import dev.skyline.network.Network;
import dev.skyline.space.SearchSpace;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Real vectors as a search space, so that NSGA-II can be held to the problems of its own paper: simulated binary crossover
 * and polynomial mutation, both with distribution index 20 (Deb and Agrawal 1995; Deb and Goyal 1996). There are no
 * networks behind it.
 */
record ZdtSpace(int variables, double low, double high) implements SearchSpace.Mutable, SearchSpace.Crossable {

    private static final double INDEX = 20;

    /** The first variable lies in [0, 1], the others in [low, high]. */
    static double[] values(Architecture architecture) {
        return Arrays.stream(architecture.text().split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private Architecture architecture(double[] values) {
        return Architecture.of(Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(",")));
    }

    private double low(int i) {
        return i == 0 ? 0 : low;
    }

    private double high(int i) {
        return i == 0 ? 1 : high;
    }

    @Override
    public Architecture sample(RandomGenerator random) {
        double[] values = new double[variables];
        Arrays.setAll(values, i -> random.nextDouble(low(i), high(i)));
        return architecture(values);
    }

    @Override
    public Architecture mutate(Architecture parent, RandomGenerator random) {
        double[] values = values(parent);
        int i = random.nextInt(variables);
        double below = (values[i] - low(i)) / (high(i) - low(i));
        double u = random.nextDouble();
        double power = 1 / (INDEX + 1);
        double delta = u < 0.5
                ? Math.pow(2 * u + (1 - 2 * u) * Math.pow(1 - below, INDEX + 1), power) - 1
                : 1 - Math.pow(2 * (1 - u) + 2 * (u - 0.5) * Math.pow(below, INDEX + 1), power);
        values[i] = Math.min(high(i), Math.max(low(i), values[i] + delta * (high(i) - low(i))));
        return architecture(values);
    }

    @Override
    public Architecture crossover(Architecture mother, Architecture father, RandomGenerator random) {
        double[] a = values(mother);
        double[] b = values(father);
        double[] child = a.clone();
        boolean first = random.nextBoolean();
        for (int i = 0; i < variables; i++) {
            if (random.nextBoolean() && a[i] != b[i]) {
                child[i] = crossed(i, Math.min(a[i], b[i]), Math.max(a[i], b[i]), random);
            } else {
                child[i] = first ? a[i] : b[i];
            }
        }
        return architecture(child);
    }

    private double crossed(int i, double x1, double x2, RandomGenerator random) {
        boolean lower = random.nextBoolean();
        double bound = lower ? x1 - low(i) : high(i) - x2;
        double beta = 1 + 2 * bound / (x2 - x1);
        double alpha = 2 - Math.pow(beta, -(INDEX + 1));
        double u = random.nextDouble();
        double spread = Math.pow(u <= 1 / alpha ? u * alpha : 1 / (2 - u * alpha), 1 / (INDEX + 1));
        double value = 0.5 * (x1 + x2 + (lower ? -1 : 1) * spread * (x2 - x1));
        return Math.min(high(i), Math.max(low(i), value));
    }

    @Override
    public Architecture parse(String text) {
        return architecture(values(Architecture.of(text)));
    }

    @Override
    public Network decode(Architecture architecture) {
        throw new UnsupportedOperationException("there are no networks here");
    }

    @Override
    public BigInteger size() {
        return BigInteger.ONE.shiftLeft(62 * variables);
    }
}
