package dev.skyline.strategy.surrogate;

import java.util.Arrays;

/**
 * The places of values among those known.
 *
 * @param sorted ascending, none NaN; not copied, nobody writes to it
 */
public record Ranks(double[] sorted) {

    public static final Ranks NONE = new Ranks(new double[0]);

    public static Ranks of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Ranks(sorted);
    }

    /** With one value more. O(n), without comparing them all. */
    public Ranks with(double value) {
        int place = count(value, true);
        double[] grown = Arrays.copyOf(sorted, sorted.length + 1);
        System.arraycopy(sorted, place, grown, place + 1, sorted.length - place);
        grown[place] = value;
        return new Ranks(grown);
    }

    public int size() {
        return sorted.length;
    }

    /** How many values are less, and half of those that are equal. O(log n). */
    public double below(double value) {
        return (count(value, false) + count(value, true)) / 2.0;
    }

    private int count(double value, boolean orEqual) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || orEqual && sorted[middle] == value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
