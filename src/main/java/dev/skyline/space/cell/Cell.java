package dev.skyline.space.cell;

import dev.skyline.space.Decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A NAS-Bench-201 cell: nodes 0 (its input) to 3 (its output), each the sum of what its edges bring from all earlier
 * nodes.
 *
 * @param edges operations on the edges 1←0, 2←0, 2←1, 3←0, 3←1, 3←2
 */
record Cell(List<CellOperation> edges) {

    static final int NODES = 4;
    static final int EDGES = NODES * (NODES - 1) / 2;
    static final int COUNT = (int) Math.pow(CellOperation.ALL.size(), EDGES);

    static final List<Decision> DECISIONS = IntStream.range(1, NODES)
            .boxed()
            .flatMap(to -> IntStream.range(0, to)
                    .mapToObj(from -> new Decision(to + "←" + from, CellOperation.texts(), false)))
            .toList();

    private static final String ZERO = "#";
    private static final Pattern TEXT =
            Pattern.compile("\\|(\\w+)~0\\|\\+\\|(\\w+)~0\\|(\\w+)~1\\|\\+" + "\\|(\\w+)~0\\|(\\w+)~1\\|(\\w+)~2\\|");

    Cell {
        edges = List.copyOf(edges);
        if (edges.size() != EDGES) {
            throw new IllegalArgumentException("a cell has " + EDGES + " edges, not " + edges.size());
        }
    }

    /** The cell of an index in [0, {@link #COUNT}), the last edge counting fastest. */
    static Cell ofIndex(int index) {
        CellOperation[] edges = new CellOperation[EDGES];
        int rest = index;
        for (int i = EDGES - 1; i >= 0; i--) {
            edges[i] = CellOperation.ALL.get(rest % CellOperation.ALL.size());
            rest /= CellOperation.ALL.size();
        }
        return new Cell(List.of(edges));
    }

    /**
     * @throws IllegalArgumentException where the text is no cell's; the message says what is wrong
     */
    static Cell parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no cell; it reads |op~0|+|op~0|op~1|+|op~0|op~1|op~2|");
        }
        List<CellOperation> edges = new ArrayList<>(EDGES);
        for (int i = 1; i <= EDGES; i++) {
            String name = matcher.group(i);
            edges.add(CellOperation.find(name)
                    .orElseThrow(() -> new IllegalArgumentException("there is no operation '" + name + "'; valid are "
                            + String.join(", ", CellOperation.texts()))));
        }
        return new Cell(edges);
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
        for (int to = 1; to < NODES; to++) {
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
        String[] nodes = new String[NODES];
        nodes[0] = "0";
        for (int to = 1; to < NODES; to++) {
            String[] terms = new String[to];
            for (int from = 0; from < to; from++) {
                terms[from] = term(edge(to, from), nodes[from]);
            }
            Arrays.sort(terms);
            nodes[to] = String.join("+", terms);
        }
        return nodes[NODES - 1];
    }

    private static String term(CellOperation operation, String source) {
        if (operation == CellOperation.NONE || source.equals(ZERO)) {
            return ZERO;
        }
        return operation == CellOperation.SKIP_CONNECT ? source : "(" + source + ")@" + operation.text();
    }
}
