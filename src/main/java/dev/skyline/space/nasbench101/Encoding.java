package dev.skyline.space.nasbench101;

import dev.skyline.space.Decision;
import dev.skyline.space.SearchSpace.Encodable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The adjacency encoding (White et al. 2020, A Study on Neural Network Encodings): every edge of the upper triangle of the
 * matrix, then the operation of each inner vertex, which applies where the vertex lies on a path from input to output. A
 * cell of fewer vertices leaves the last inner ones idle. Many choices mean one cell, in orders of its vertices and with
 * edges of idle ones; those of a cell are of its own order, without such edges.
 *
 * @param vertices most of a cell
 */
record Encoding(int vertices) {

    private static final List<String> EDGE = List.of("absent", "present");

    List<Decision> decisions() {
        List<Decision> decisions = new ArrayList<>();
        for (int from = 0; from < vertices; from++) {
            for (int to = from + 1; to < vertices; to++) {
                decisions.add(new Decision(from + "→" + to, EDGE, true));
            }
        }
        for (int vertex = 1; vertex < vertices - 1; vertex++) {
            decisions.add(new Decision("operation" + vertex, Operation.texts(), false));
        }
        return decisions;
    }

    int[] choices(Cell cell) {
        int[] choices = new int[edges() + vertices - 2];
        int next = 0;
        for (int from = 0; from < vertices; from++) {
            for (int to = from + 1; to < vertices; to++) {
                choices[next++] = has(cell, from, to) ? 1 : 0;
            }
        }
        Arrays.fill(choices, next, choices.length, Encodable.NONE);
        for (int vertex = 1; vertex < cell.output(); vertex++) {
            choices[next++] = cell.operation(vertex).ordinal();
        }
        return choices;
    }

    private boolean has(Cell cell, int from, int to) {
        if (to == vertices - 1) {
            return from < cell.output() && cell.has(from, cell.output());
        }
        return to < cell.output() && cell.has(from, to);
    }

    /** Empty where no path leads from input to output, or a decision that applies is {@link Encodable#NONE}. */
    Optional<Cell> cell(int[] choices) {
        int[] successors = new int[vertices];
        int next = 0;
        for (int from = 0; from < vertices; from++) {
            for (int to = from + 1; to < vertices; to++) {
                if (choices[next] == Encodable.NONE) {
                    return Optional.empty();
                }
                successors[from] |= choices[next++] << to;
            }
        }
        int[] chosen = Arrays.copyOfRange(choices, next, choices.length);
        List<Operation> operations = Arrays.stream(chosen)
                .mapToObj(choice -> Operation.ALL.get(Math.max(0, choice)))
                .toList();
        Draft draft = new Draft(successors, operations);
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] == Encodable.NONE && draft.isUsed(i + 1)) {
                return Optional.empty();
            }
        }
        return draft.cell();
    }

    private int edges() {
        return vertices * (vertices - 1) / 2;
    }
}
