package dev.skyline.strategy.policy;

import java.util.random.RandomGenerator;

/** A distribution over the choices of a space, with parameters to be learnt. Stateless; the parameters are handed in. */
interface Policy {

    double[] initial(RandomGenerator random);

    /** One option for each decision, whether it applies or not. */
    int[] sample(double[] parameters, RandomGenerator random);

    /**
     * Adds to {@code gradient} that of the logarithm of the choices' probability, times {@code factor}; decisions that do
     * not apply are passed over.
     *
     * @return that logarithm
     */
    double addGradient(double[] parameters, int[] choices, double factor, double[] gradient);
}
