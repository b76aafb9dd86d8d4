package dev.skyline.space.nasbench101;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A labelled graph as plain matrices, which knows nothing of orders and isomorphism but how to write itself down. */
record Matrix(boolean[][] edges, String operations) {

    private static final String OPERATIONS = "012";

    static Matrix read(String text) {
        String[] parts = text.split(":", -1);
        int vertices = Integer.parseInt(parts[0]);
        boolean[][] edges = new boolean[vertices][vertices];
        int next = 0;
        for (int from = 0; from < vertices; from++) {
            for (int to = from + 1; to < vertices; to++) {
                edges[from][to] = parts[1].charAt(next++) == '1';
            }
        }
        return new Matrix(edges, parts[2]);
    }

    int vertices() {
        return edges.length;
    }

    /** Idle inner vertices of operation 0 more, before the output. */
    Matrix padded(int vertices) {
        boolean[][] wider = new boolean[vertices][vertices];
        for (int from = 0; from < vertices(); from++) {
            for (int to = 0; to < vertices(); to++) {
                wider[from][to == vertices() - 1 ? vertices - 1 : to] = edges[from][to];
            }
        }
        return new Matrix(wider, operations + "0".repeat(vertices - vertices()));
    }

    /** The text with the inner vertices in a random order in which edges lead to later ones; none for a cycle. */
    String text(RandomGenerator random) {
        List<Integer> order = new ArrayList<>(List.of(0));
        while (order.size() < vertices() - 1) {
            int[] next = IntStream.range(1, vertices() - 1)
                    .filter(v -> !order.contains(v)
                            && IntStream.range(0, vertices()).allMatch(u -> !edges[u][v] || order.contains(u)))
                    .toArray();
            if (next.length == 0) {
                return "";
            }
            order.add(next[random.nextInt(next.length)]);
        }
        order.add(vertices() - 1);
        StringBuilder upper = new StringBuilder();
        StringBuilder labels = new StringBuilder();
        for (int i = 0; i < vertices(); i++) {
            for (int j = i + 1; j < vertices(); j++) {
                upper.append(edges[order.get(i)][order.get(j)] ? '1' : '0');
            }
            if (i > 0 && i < vertices() - 1) {
                labels.append(operations.charAt(order.get(i) - 1));
            }
        }
        return vertices() + ":" + upper + ":" + labels;
    }

    /** All that one change makes of it, cycles and what is no cell included. */
    Set<Matrix> steps(int maxVertices) {
        Set<Matrix> steps = new LinkedHashSet<>();
        for (int v = 1; v < vertices() - 1; v++) {
            for (char operation : OPERATIONS.toCharArray()) {
                if (operation != operations.charAt(v - 1)) {
                    steps.add(new Matrix(edges, operations.substring(0, v - 1) + operation + operations.substring(v)));
                }
            }
        }
        for (int from = 0; from < vertices() - 1; from++) {
            for (int to = 1; to < vertices(); to++) {
                if (from != to) {
                    steps.add(flipped(from, to));
                    addVertices(from, to, maxVertices, steps);
                }
            }
        }
        return steps;
    }

    Matrix flipped(int from, int to) {
        Matrix copy = padded(vertices());
        copy.edges[from][to] ^= true;
        return copy;
    }

    private void addVertices(int from, int to, int maxVertices, Set<Matrix> steps) {
        if (vertices() < maxVertices) {
            int added = vertices() - 1;
            for (char operation : OPERATIONS.toCharArray()) {
                Matrix wider = new Matrix(padded(vertices() + 1).edges, operations + operation);
                wider.edges[from][added] = true;
                wider.edges[added][to == added ? added + 1 : to] = true;
                steps.add(wider);
            }
        }
    }
}
