package dev.skyline.strategy.surrogate;

/** The normal distribution with mean 0 and deviation 1. */
final class StandardNormal {

    private static final double[] NUMERATOR = {
        3.52624965998911e-2,
        0.700383064443688,
        6.37396220353165,
        33.912866078383,
        112.079291497871,
        221.213596169931,
        220.206867912376
    };

    private static final double[] DENOMINATOR = {
        8.83883476483184e-2,
        1.75566716318264,
        16.064177579207,
        86.7807322029461,
        296.564248779674,
        637.333633378831,
        793.826512519948,
        440.413735824752
    };

    private static final double FAR = 7.07106781186547;

    private static final int LEAST = -16;
    private static final int GREATEST = 8;
    private static final int PER_UNIT = 512;

    /** {@link #improvement} from {@value #LEAST} to {@value #GREATEST}. */
    private static final double[] IMPROVEMENTS = new double[(GREATEST - LEAST) * PER_UNIT + 1];

    static {
        for (int i = 0; i < IMPROVEMENTS.length; i++) {
            double z = LEAST + i / (double) PER_UNIT;
            IMPROVEMENTS[i] = z * atMost(z) + Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        }
    }

    private StandardNormal() {}

    /**
     * By how much a value is expected to lie below z, where it does, and else 0. To 4 digits, from a table: it is what
     * acquisition functions ask for by the million.
     */
    static double improvement(double z) {
        if (!(z > LEAST)) {
            return 0;
        }
        if (z >= GREATEST) {
            return z;
        }
        double place = (z - LEAST) * PER_UNIT;
        int before = (int) place;
        return IMPROVEMENTS[before] + (place - before) * (IMPROVEMENTS[before + 1] - IMPROVEMENTS[before]);
    }

    /**
     * Probability that a value is at most z; to 14 decimal places, and faster than a library's error function by far (Hart
     * 1968, Computer Approximations, algorithm 5666; as in West 2005, Better Approximations to Cumulative Normal Functions,
     * Wilmott).
     */
    static double atMost(double z) {
        double far = Math.abs(z);
        double density = Math.exp(-far * far / 2);
        double tail = far < FAR
                ? density * polynomial(NUMERATOR, far) / polynomial(DENOMINATOR, far)
                : density / (far + 1 / (far + 2 / (far + 3 / (far + 4 / (far + 0.65))))) / Math.sqrt(2 * Math.PI);
        return z > 0 ? 1 - tail : tail;
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }
}
