package dev.skyline.space.nasbench101;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Takes each edge and each operation from one parent or the other with equal chance, the parents' inner vertices facing
 * each other in their order; the operation of a vertex that only one parent has comes from that one.
 */
record Crossover(int maxEdges, RandomGenerator random) {

    /** Drawn again while it is no cell of the space; one draw is either parent with a probability of at least 2⁻²⁵. */
    Cell of(Cell mother, Cell father) {
        Optional<Cell> child;
        do {
            child = draft(mother, father).cell().filter(cell -> cell.edgeCount() <= maxEdges);
        } while (child.isEmpty());
        return child.get();
    }

    private Draft draft(Cell mother, Cell father) {
        int vertices = Math.max(mother.vertices(), father.vertices());
        int[] successors = new int[vertices];
        List<Operation> operations = new ArrayList<>(vertices - 2);
        for (int to = 1; to < vertices; to++) {
            for (int from = 0; from < to; from++) {
                boolean has = has(random.nextBoolean() ? mother : father, from, to == vertices - 1, to);
                successors[from] |= has ? 1 << to : 0;
            }
            if (to < vertices - 1) {
                operations.add(operation(mother, father, to));
            }
        }
        return new Draft(successors, operations);
    }

    private static boolean has(Cell parent, int from, boolean toOutput, int to) {
        if (from >= parent.output()) {
            return false;
        }
        return toOutput ? parent.has(from, parent.output()) : to < parent.output() && parent.has(from, to);
    }

    private Operation operation(Cell mother, Cell father, int vertex) {
        if (vertex >= mother.output()) {
            return father.operation(vertex);
        }
        return vertex >= father.output() || random.nextBoolean() ? mother.operation(vertex) : father.operation(vertex);
    }
}
