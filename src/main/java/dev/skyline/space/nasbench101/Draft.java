package dev.skyline.space.nasbench101;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An acyclic graph that is to become a cell: its inner vertices stand in any order, and some may lie on no path from the
 * input, the first vertex, to the output, the last. Changes give a new draft.
 */
final class Draft {

    private static final Pattern TEXT = Pattern.compile("([2-" + Cell.MAX_VERTICES + "]):([01]+):([0-2]*)");

    private final int vertices;
    /** Of each vertex, the set of those that its edges lead to, as bits. */
    private final int[] successors;

    private final List<Operation> operations;

    Draft(int[] successors, List<Operation> operations) {
        this.vertices = successors.length;
        this.successors = successors;
        this.operations = operations;
    }

    static Draft of(Cell cell) {
        return new Draft(Orders.successors(cell.vertices(), cell.edges()), cell.operations());
    }

    /**
     * A cell's text, with the inner vertices in any order in which edges lead to later ones.
     *
     * @throws IllegalArgumentException where the text is of no graph
     */
    static Draft read(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw unreadable(text);
        }
        int vertices = Integer.parseInt(matcher.group(1));
        String upper = matcher.group(2);
        String digits = matcher.group(3);
        if (upper.length() != vertices * (vertices - 1) / 2 || digits.length() != vertices - 2) {
            throw unreadable(text);
        }
        int[] successors = new int[vertices];
        int next = 0;
        for (int from = 0; from < vertices; from++) {
            for (int to = from + 1; to < vertices; to++) {
                successors[from] |= (upper.charAt(next++) - '0') << to;
            }
        }
        return new Draft(
                successors,
                digits.chars().mapToObj(digit -> Operation.ALL.get(digit - '0')).toList());
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException("'" + text + "' is no cell; it reads 4:110101:02, that is: 2 to "
                + Cell.MAX_VERTICES + " vertices, the upper triangle of their matrix row by row, and the inner"
                + " vertices' operations (0 conv3x3, 1 conv1x1, 2 maxpool3x3)");
    }

    int vertices() {
        return vertices;
    }

    boolean has(int from, int to) {
        return (successors[from] >> to & 1) != 0;
    }

    /** Whether a path, perhaps of no edge, leads from one vertex to another. */
    boolean reaches(int from, int to) {
        return (reached(from) >> to & 1) != 0;
    }

    /** Whether a vertex lies on a path from input to output, without which it is no part of the cell. */
    boolean isUsed(int vertex) {
        return reaches(0, vertex) && reaches(vertex, vertices - 1);
    }

    private int reached(int from) {
        int reached = 1 << from;
        for (int before = 0; before != reached; ) {
            before = reached;
            for (int vertex = 0; vertex < vertices; vertex++) {
                reached |= (before >> vertex & 1) * successors[vertex];
            }
        }
        return reached;
    }

    Draft with(int vertex, Operation operation) {
        List<Operation> changed = new ArrayList<>(operations);
        changed.set(vertex - 1, operation);
        return new Draft(successors, changed);
    }

    /** Adds the edge where it is not, takes it away where it is. */
    Draft flipped(int from, int to) {
        int[] changed = successors.clone();
        changed[from] ^= 1 << to;
        return new Draft(changed, operations);
    }

    /** One vertex more, between two others. */
    Draft withVertex(Operation operation, int from, int to) {
        int output = vertices - 1;
        int[] changed = new int[vertices + 1];
        for (int vertex = 0; vertex < output; vertex++) {
            int others = successors[vertex] & (1 << output) - 1;
            changed[vertex] = others | (successors[vertex] >> output & 1) << vertices;
        }
        changed[output] = 1 << (to == output ? vertices : to);
        changed[from] |= 1 << output;
        List<Operation> longer = new ArrayList<>(operations);
        longer.add(operation);
        return new Draft(changed, longer);
    }

    /** The cell of the vertices that lie on a path from input to output; none where there is no path. */
    Optional<Cell> cell() {
        int output = vertices - 1;
        int[] kept = new int[vertices];
        int count = 0;
        int fromInput = reached(0);
        for (int vertex = 0; vertex < vertices; vertex++) {
            if ((fromInput >> vertex & 1) != 0 && reaches(vertex, output)) {
                kept[count++] = vertex;
            }
        }
        return count == 0 ? Optional.empty() : Optional.of(restricted(Arrays.copyOf(kept, count)));
    }

    private Cell restricted(int[] kept) {
        int[] links = new int[kept.length];
        List<Operation> labels = new ArrayList<>(kept.length - 2);
        for (int i = 0; i < kept.length; i++) {
            for (int j = 0; j < kept.length; j++) {
                links[i] |= (successors[kept[i]] >> kept[j] & 1) << j;
            }
            if (i > 0 && i < kept.length - 1) {
                labels.add(operations.get(kept[i] - 1));
            }
        }
        return Orders.first(links, labels);
    }
}
