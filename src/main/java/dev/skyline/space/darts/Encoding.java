package dev.skyline.space.darts;

import dev.skyline.space.Decision;
import dev.skyline.space.SearchSpace.Encodable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Genotypes as decisions, in the way of NAS-Bench-301 (Zela et al. 2022): for each node of each cell which two sources it
 * takes, and for each source that it could take what the edge from there does, which applies where it is taken. What has
 * a single option is no decision.
 */
final class Encoding {

    private final Choices choices;
    private final List<Decision> decisions = new ArrayList<>();

    Encoding(Choices choices) {
        this.choices = choices;
        for (String cell : List.of("normal", "reduce")) {
            for (int node = 0; node < choices.nodes(); node++) {
                addDecisions(cell + ".node" + (Cell.INPUTS + node), node);
            }
        }
    }

    private void addDecisions(String name, int node) {
        if (node > 0) {
            decisions.add(new Decision(
                    name + ".inputs",
                    Choices.pairs(node).stream()
                            .map(pair -> pair[0] + "_" + pair[1])
                            .toList(),
                    false));
        }
        if (choices.operations().size() > 1) {
            List<String> operations =
                    choices.operations().stream().map(Operation::text).toList();
            for (int source = 0; source < Choices.sources(node); source++) {
                decisions.add(new Decision(name + "←" + source, operations, false));
            }
        }
    }

    List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    int[] choices(Genotype genotype) {
        return IntStream.concat(choices(genotype.normal()), choices(genotype.reduction()))
                .toArray();
    }

    private IntStream choices(Cell cell) {
        return IntStream.range(0, cell.nodes().size())
                .mapToObj(i -> choices(i, cell.nodes().get(i)))
                .flatMapToInt(Arrays::stream);
    }

    private int[] choices(int node, CellNode chosen) {
        IntStream.Builder options = IntStream.builder();
        if (node > 0) {
            options.add(Choices.pair(chosen.first().source(), chosen.second().source()));
        }
        if (choices.operations().size() > 1) {
            int[] edges = new int[Choices.sources(node)];
            Arrays.fill(edges, Encodable.NONE);
            chosen.edges()
                    .forEach(edge -> edges[edge.source()] = choices.operations().indexOf(edge.operation()));
            Arrays.stream(edges).forEach(options::add);
        }
        return options.build().toArray();
    }

    /** Empty where a decision that applies is {@link Encodable#NONE}. */
    Optional<Genotype> genotype(int[] options) {
        int half = options.length / 2;
        Optional<Cell> normal = cell(Arrays.copyOf(options, half));
        Optional<Cell> reduction = cell(Arrays.copyOfRange(options, half, options.length));
        return normal.flatMap(first -> reduction.map(second -> new Genotype(first, second)));
    }

    private Optional<Cell> cell(int[] options) {
        List<CellNode> nodes = new ArrayList<>(choices.nodes());
        int next = 0;
        for (int node = 0; node < choices.nodes(); node++) {
            int pair = node > 0 ? options[next++] : 0;
            if (pair == Encodable.NONE) {
                return Optional.empty();
            }
            List<Edge> edges = new ArrayList<>(2);
            for (int source : Choices.pairs(node).get(pair)) {
                int operation = choices.operations().size() > 1 ? options[next + source] : 0;
                if (operation == Encodable.NONE) {
                    return Optional.empty();
                }
                edges.add(new Edge(choices.operations().get(operation), source));
            }
            next += choices.operations().size() > 1 ? Choices.sources(node) : 0;
            nodes.add(new CellNode(edges.get(0), edges.get(1)));
        }
        return Optional.of(new Cell(nodes));
    }
}
