package dev.skyline.strategy.nasbot;

/**
 * The kernel of Kandasamy et al. 2018, section 3: half of it falls with the distances, half with the squares of their
 * shares, each summed over the structure weights.
 *
 * @param absolute β for each distance
 * @param relative β for each share
 */
record NetworkKernel(double[] absolute, double[] relative) {

    /** 1 for equal networks; O(structure weights). */
    double of(double[] distances) {
        double plain = 0;
        double squared = 0;
        for (int i = 0; i < absolute.length; i++) {
            double share = distances[absolute.length + i];
            plain += absolute[i] * distances[i];
            squared += relative[i] * share * share;
        }
        return 0.5 * Math.exp(-plain) + 0.5 * Math.exp(-squared);
    }

    /**
     * One whose exponents are {@code steepness} on average over these pairs.
     *
     * @param pairs distances of the pairs; one at least
     */
    static NetworkKernel scaled(Iterable<double[]> pairs, double steepness) {
        int weights = Distances.STRUCTURE_WEIGHTS.length;
        double[] plain = new double[weights];
        double[] squared = new double[weights];
        int count = 0;
        for (double[] distances : pairs) {
            count++;
            for (int i = 0; i < weights; i++) {
                plain[i] += distances[i];
                squared[i] += distances[weights + i] * distances[weights + i];
            }
        }
        for (int i = 0; i < weights; i++) {
            plain[i] = beta(plain[i] / count, steepness / weights);
            squared[i] = beta(squared[i] / count, steepness / weights);
        }
        return new NetworkKernel(plain, squared);
    }

    private static double beta(double mean, double exponent) {
        return mean > 0 ? exponent / mean : 0;
    }
}
