package dev.skyline.space.cell;

import dev.skyline.space.Decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A NAS-Bench-201 cell: nodes 0 (its input) to, in the benchmark, 3 (its output), each the sum of what its edges bring
 * from all earlier nodes.
 *
 * @param edges operations on the edges 1←0, 2←0, 2←1, 3←0, 3←1, 3←2 and so on
 */
record Cell(List<CellOperation> edges) {

    static final int MOST_NODES = 5;

    private static final List<List<Decision>> DECISIONS =
            IntStream.rangeClosed(0, MOST_NODES).mapToObj(Cell::decisionsOf).toList();

    private static final String ZERO = "#";
    private static final Pattern TERM = Pattern.compile("(\\w+)~(\\d)");

    Cell {
        edges = List.copyOf(edges);
        if (edges.size() != edges(nodes(edges.size()))) {
            throw new IllegalArgumentException(edges.size() + " edges make no cell");
        }
    }

    /** Edges of a cell with this many nodes. */
    static int edges(int nodes) {
        return nodes * (nodes - 1) / 2;
    }

    /** Cells with this many nodes, up to five. */
    static int count(int nodes) {
        return Math.toIntExact((long) Math.pow(CellOperation.ALL.size(), edges(nodes)));
    }

    /** The choice on each edge of a cell with this many nodes, in the order of its edges. */
    static List<Decision> decisions(int nodes) {
        return DECISIONS.get(nodes);
    }

    private static List<Decision> decisionsOf(int nodes) {
        return IntStream.range(1, nodes)
                .boxed()
                .flatMap(to -> IntStream.range(0, to)
                        .mapToObj(from -> new Decision(to + "←" + from, CellOperation.texts(), false)))
                .toList();
    }

    private static int nodes(int edges) {
        return (int) Math.round((1 + Math.sqrt(1 + 8.0 * edges)) / 2);
    }

    /** The cell of an index in [0, {@link #count}), the last edge counting fastest. */
    static Cell ofIndex(int nodes, int index) {
        CellOperation[] edges = new CellOperation[edges(nodes)];
        int rest = index;
        for (int i = edges.length - 1; i >= 0; i--) {
            edges[i] = CellOperation.ALL.get(rest % CellOperation.ALL.size());
            rest /= CellOperation.ALL.size();
        }
        return new Cell(List.of(edges));
    }

    /**
     * @throws IllegalArgumentException where the text is no cell's; the message says what is wrong
     */
    static Cell parse(int nodes, String text) {
        List<CellOperation> edges = new ArrayList<>(edges(nodes));
        Matcher matcher = TERM.matcher(text);
        while (edges.size() < edges(nodes) && matcher.find()) {
            String name = matcher.group(1);
            edges.add(CellOperation.find(name)
                    .orElseThrow(() -> new IllegalArgumentException("there is no operation '" + name + "'; valid are "
                            + String.join(", ", CellOperation.texts()))));
        }
        if (edges.size() < edges(nodes) || !new Cell(edges).text().equals(text)) {
            throw new IllegalArgumentException("'" + text + "' is no cell; it reads "
                    + new Cell(Collections.nCopies(edges(nodes), CellOperation.NONE))
                            .text()
                            .replace("none", "op"));
        }
        return new Cell(edges);
    }

    int nodes() {
        return nodes(edges.size());
    }

    CellOperation edge(int to, int from) {
        return edges.get(to * (to - 1) / 2 + from);
    }

    Cell with(int edge, CellOperation operation) {
        List<CellOperation> changed = new ArrayList<>(edges);
        changed.set(edge, operation);
        return new Cell(changed);
    }

    /** As the benchmark writes it: {@code |nor_conv_3x3~0|+|none~0|skip_connect~1|+|…|}. */
    String text() {
        StringBuilder text = new StringBuilder(110);
        for (int to = 1; to < nodes(); to++) {
            text.append(to == 1 ? "|" : "+|");
            for (int from = 0; from < to; from++) {
                text.append(edge(to, from).text()).append('~').append(from).append('|');
            }
        }
        return text.toString();
    }

    /**
     * A text shared by isomorphic cells, of which there are 6,466: the output as an expression of the input, where a skip
     * connection is its source, {@code none} and all that is made of it alone is zero, and sums are sorted. A sum keeps
     * its zeros, as in the count of the NAS-Bench-201 paper (section 2.1; the rule is that of its authors' {@code
     * to_unique_str}), so a few cells that differ only in them stay apart.
     */
    String canonicalForm() {
        String[] nodes = new String[nodes()];
        nodes[0] = "0";
        for (int to = 1; to < nodes.length; to++) {
            String[] terms = new String[to];
            for (int from = 0; from < to; from++) {
                terms[from] = term(edge(to, from), nodes[from]);
            }
            Arrays.sort(terms);
            nodes[to] = String.join("+", terms);
        }
        return nodes[nodes.length - 1];
    }

    private static String term(CellOperation operation, String source) {
        if (operation == CellOperation.NONE || source.equals(ZERO)) {
            return ZERO;
        }
        return operation == CellOperation.SKIP_CONNECT ? source : "(" + source + ")@" + operation.text();
    }
}
