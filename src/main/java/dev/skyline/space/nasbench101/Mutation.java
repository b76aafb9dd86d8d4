package dev.skyline.space.nasbench101;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Changes exactly one decision, uniform over those that have another option: the operation of a vertex; the edge between
 * two vertices, which is added (in any direction that makes no cycle) or taken away with all that then lies on no path; a
 * vertex more, with one edge in and one out, which is what an edge to an unused vertex of the benchmark's matrix does.
 */
final class Mutation {

    private final Cell cell;
    private final Draft draft;
    private final int spareVertices;
    private final int spareEdges;
    private final List<List<Draft>> decisions = new ArrayList<>();

    /** O(vertices⁴). */
    Mutation(Cell cell, int maxVertices, int maxEdges) {
        this.cell = cell;
        this.draft = Draft.of(cell);
        this.spareVertices = maxVertices - cell.vertices();
        this.spareEdges = maxEdges - cell.edgeCount();
        for (int vertex = 1; vertex < cell.output(); vertex++) {
            decisions.add(otherOperations(vertex));
            for (int other = 0; other < vertex; other++) {
                decisions.add(edgeFlips(other, vertex));
            }
        }
        for (int vertex = 0; vertex < cell.output(); vertex++) {
            decisions.add(edgeFlips(vertex, cell.output()));
        }
        decisions.add(newVertices());
        decisions.removeIf(List::isEmpty);
    }

    Cell apply(RandomGenerator random) {
        return one(one(decisions, random), random).cell().orElseThrow();
    }

    /** All that can come of it, each once; O(vertices²) of O(vertices!) each. */
    Stream<Cell> all() {
        return decisions.stream()
                .flatMap(List::stream)
                .map(changed -> changed.cell().orElseThrow())
                .distinct();
    }

    private List<Draft> otherOperations(int vertex) {
        return Operation.ALL.stream()
                .filter(operation -> operation != cell.operation(vertex))
                .map(operation -> draft.with(vertex, operation))
                .toList();
    }

    private List<Draft> edgeFlips(int from, int to) {
        List<Draft> flips = new ArrayList<>(2);
        if (cell.has(from, to)) {
            Draft without = draft.flipped(from, to);
            if (without.reaches(0, cell.output())) {
                flips.add(without);
            }
        } else if (spareEdges > 0) {
            flips.add(draft.flipped(from, to));
            if (mayLead(to, from)) {
                flips.add(draft.flipped(to, from));
            }
        }
        return flips;
    }

    private List<Draft> newVertices() {
        List<Draft> results = new ArrayList<>();
        if (spareVertices > 0 && spareEdges > 1) {
            for (int from = 0; from < cell.output(); from++) {
                for (int to = 1; to < cell.vertices(); to++) {
                    if (from != to && mayLead(from, to)) {
                        for (Operation operation : Operation.ALL) {
                            results.add(draft.withVertex(operation, from, to));
                        }
                    }
                }
            }
        }
        return results;
    }

    private boolean mayLead(int from, int to) {
        return from != cell.output() && to != 0 && !draft.reaches(to, from);
    }

    private static <T> T one(List<T> options, RandomGenerator random) {
        return options.get(random.nextInt(options.size()));
    }
}
