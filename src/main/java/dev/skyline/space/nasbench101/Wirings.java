package dev.skyline.space.nasbench101;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The cells of up to so many vertices and edges, by number from 0, those of fewer vertices first. */
final class Wirings {

    private final List<Wiring> wirings;
    /** Number of cells up to and with each wiring. */
    private final int[] totals;

    Wirings(int maxVertices, int maxEdges) {
        this.wirings = All.WIRINGS.stream()
                .filter(wiring -> wiring.vertices() <= maxVertices && wiring.edgeCount() <= maxEdges)
                .toList();
        this.totals = wirings.stream().mapToInt(Wiring::count).toArray();
        Arrays.parallelPrefix(totals, Integer::sum);
    }

    int count() {
        return totals[totals.length - 1];
    }

    /** O(log wirings). */
    Cell cell(int index) {
        int found = Arrays.binarySearch(totals, index);
        int wiring = found < 0 ? -found - 1 : found + 1;
        return wirings.get(wiring).cell(index - (wiring == 0 ? 0 : totals[wiring - 1]));
    }

    Stream<Cell> cells() {
        return wirings.stream()
                .flatMap(wiring -> IntStream.range(0, wiring.count()).mapToObj(wiring::cell));
    }

    /** Found when first asked for, in less than a second, and kept: two megabytes. */
    private static final class All {

        static final List<Wiring> WIRINGS = IntStream.rangeClosed(2, Cell.MAX_VERTICES)
                .mapToObj(Wiring::of)
                .flatMap(List::stream)
                .toList();
    }
}
