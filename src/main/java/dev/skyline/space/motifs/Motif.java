package dev.skyline.space.motifs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A graph of nodes 0 (its input) to the last (its output), each of which merges what its edges bring from earlier ones.
 *
 * @param operations on the edges 1←0, 2←0, 2←1, 3←0, …: the number of an operation of the level below, or 0 for no edge
 */
record Motif(int nodes, List<Integer> operations) {

    static final int NONE = 0;

    Motif {
        operations = List.copyOf(operations);
        if (operations.size() != edges(nodes)) {
            throw new IllegalArgumentException(
                    "a motif of " + nodes + " nodes has " + edges(nodes) + " edges, not " + operations.size());
        }
    }

    static int edges(int nodes) {
        return nodes * (nodes - 1) / 2;
    }

    static int edge(int to, int from) {
        return to * (to - 1) / 2 + from;
    }

    /**
     * @throws IllegalArgumentException where the text is of no motif
     */
    static Motif parse(String text) {
        String[] groups = text.split("\\.", -1);
        List<Integer> operations = new ArrayList<>();
        for (int i = 0; i < groups.length; i++) {
            if (groups[i].length() != i + 1 || !groups[i].chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw new IllegalArgumentException("'" + text + "' is no motif; one of four nodes reads 3.05.210: for"
                        + " each node after the first and each earlier node a digit, 0 for no edge");
            }
            groups[i].chars().forEach(c -> operations.add(c - '0'));
        }
        return new Motif(groups.length + 1, operations);
    }

    int output() {
        return nodes - 1;
    }

    int operation(int to, int from) {
        return operations.get(edge(to, from));
    }

    boolean isEmpty() {
        return operations.stream().allMatch(operation -> operation == NONE);
    }

    /** The same without the edges that bring nothing or lead nowhere. */
    Motif pruned(IntPredicate brings) {
        boolean[] filled = new boolean[nodes];
        boolean[] used = new boolean[nodes];
        filled[0] = true;
        used[output()] = true;
        for (int to = 1; to < nodes; to++) {
            for (int from = 0; from < to; from++) {
                filled[to] |= filled[from] && brings.test(operation(to, from));
            }
        }
        for (int to = output(); to > 0; to--) {
            for (int from = 0; from < to; from++) {
                used[from] |= used[to] && brings.test(operation(to, from));
            }
        }
        List<Integer> pruned = new ArrayList<>(Collections.nCopies(operations.size(), NONE));
        for (int to = 1; to < nodes; to++) {
            for (int from = 0; from < to; from++) {
                if (filled[from] && used[to] && brings.test(operation(to, from))) {
                    pruned.set(edge(to, from), operation(to, from));
                }
            }
        }
        return new Motif(nodes, pruned);
    }

    String text() {
        StringBuilder text = new StringBuilder(operations.size() + nodes);
        for (int to = 1; to < nodes; to++) {
            text.append(to == 1 ? "" : ".");
            for (int from = 0; from < to; from++) {
                text.append(operation(to, from));
            }
        }
        return text.toString();
    }
}
