package dev.skyline.metric;

/** A running sum whose rounding error does not grow with the number of terms (Neumaier 1974). */
final class Sum {

    private double sum;
    private double lost;

    void add(double term) {
        double next = sum + term;
        lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }

    double value() {
        return sum + lost;
    }
}
