package dev.skyline.hardware.lookup;

import java.util.List;

/**
 * What a table says of a network, operator by operator.
 *
 * @param fixed cost of an inference
 * @param operators each once
 */
public record LookupReport(LookupRow fixed, List<Entry> operators) {

    private static final double CENTRAL_95 = 1.959963984540054;

    /** Where the cost of an operator comes from. */
    public enum Origin {
        FOUND,
        ESTIMATED,
        /** It is not in the table and was not to be estimated, or there is nothing to estimate it from. */
        MISSING
    }

    /**
     * @param count times that the network executes it
     * @param ms of one execution; 0 where it is missing
     * @param deviation standard deviation of the error of ms; 0 where the table has no spread
     */
    public record Entry(OperatorKey key, int count, double ms, double deviation, Origin origin) {

        double total() {
            return count * ms;
        }
    }

    public LookupReport {
        operators = List.copyOf(operators);
    }

    /** Sum in ms over what is found and estimated, and the fixed cost. */
    public double total() {
        return fixed.ms() + operators.stream().mapToDouble(Entry::total).sum();
    }

    /**
     * Half the width of the central 95 % interval in ms, 0 where nothing is uncertain. Errors of different operators are
     * taken as independent, and those of executions of one operator as the same: it has one row. That the time of a whole is
     * not the sum of its parts is no part of it.
     */
    public double halfWidth() {
        double variance = square(fixed.deviation());
        for (Entry entry : operators) {
            variance += square(entry.count() * entry.deviation());
        }
        return CENTRAL_95 * Math.sqrt(variance);
    }

    public boolean isComplete() {
        return count(Origin.MISSING) == 0;
    }

    /** Different operators of this origin. */
    public int count(Origin origin) {
        return (int)
                operators.stream().filter(entry -> entry.origin() == origin).count();
    }

    /** What share of the total is estimated, from 0 to 1. */
    public double estimatedShare() {
        double estimated = operators.stream()
                .filter(entry -> entry.origin() == Origin.ESTIMATED)
                .mapToDouble(Entry::total)
                .sum();
        return estimated == 0 ? 0 : estimated / total();
    }

    private static double square(double value) {
        return value * value;
    }
}
