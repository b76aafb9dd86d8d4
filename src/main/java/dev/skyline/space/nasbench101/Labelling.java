package dev.skyline.space.nasbench101;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The operations of a cell's inner vertices, as the digits of a number; the first vertex's is the most significant.
 *
 * @param digits number of inner vertices
 */
record Labelling(int number, int digits) {

    private static final int BASE = Operation.ALL.size();
    private static final int[] POWERS = IntStream.iterate(1, power -> BASE * power)
            .limit(Cell.MAX_VERTICES - 1)
            .toArray();

    static Labelling of(List<Operation> operations) {
        int number = 0;
        for (Operation operation : operations) {
            number = BASE * number + operation.ordinal();
        }
        return new Labelling(number, operations.size());
    }

    /** How many there are of so many inner vertices. */
    static int count(int digits) {
        return POWERS[digits];
    }

    /** The same operations where the vertices stand in another order. */
    Labelling in(int[] places) {
        int changed = 0;
        for (int vertex = 1; vertex <= digits; vertex++) {
            changed += digit(vertex) * POWERS[digits - places[vertex]];
        }
        return new Labelling(changed, digits);
    }

    List<Operation> operations() {
        Operation[] operations = new Operation[digits];
        Arrays.setAll(operations, i -> Operation.ALL.get(digit(i + 1)));
        return List.of(operations);
    }

    private int digit(int vertex) {
        return number / POWERS[digits - vertex] % BASE;
    }
}
