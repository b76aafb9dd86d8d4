package dev.skyline.strategy.gaussian;

import dev.skyline.strategy.surrogate.Gaussian;

/** What a candidate may add to what has been found, as far as its objectives go. */
interface Promise {

    /** Whatever comes, nothing is lost. */
    Promise ANY = objectives -> 1;

    /** @param objectives what is believed of each, smaller is better */
    double of(Gaussian[] objectives);

    /** Expected improvement on the best value found (Jones, Schonlau and Welch 1998, equation 15). */
    static Promise beyond(double best) {
        return objectives -> objectives[0].expectedImprovement(best);
    }
}
