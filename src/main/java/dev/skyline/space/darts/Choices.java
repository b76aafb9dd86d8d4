package dev.skyline.space.darts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The options of every decision in a cell: the sources and operations of each node's two edges. */
record Choices(int nodes, List<Operation> operations) {

    /** Number of cells. */
    long cells() {
        long count = 1;
        for (int i = 0; i < nodes; i++) {
            count *= variants(i);
        }
        return count;
    }

    private long variants(int node) {
        return (long) pair(0, sources(node)) * operations.size() * operations.size();
    }

    /** The pairs of sources that a node may take, the earlier one first, by their later one. */
    static List<int[]> pairs(int node) {
        List<int[]> pairs = new ArrayList<>();
        for (int later = 1; later < sources(node); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                pairs.add(new int[] {earlier, later});
            }
        }
        return pairs;
    }

    /** Index of a pair among {@link #pairs}. */
    static int pair(int earlier, int later) {
        return later * (later - 1) / 2 + earlier;
    }

    /** Number of sources that a node may take. */
    static int sources(int node) {
        return Cell.INPUTS + node;
    }

    /** The cell of an index in [0, {@link #cells()}), the last node counting fastest. */
    Cell cell(long index) {
        CellNode[] result = new CellNode[nodes];
        long rest = index;
        for (int i = nodes - 1; i >= 0; i--) {
            result[i] = node((int) (rest % variants(i)));
            rest /= variants(i);
        }
        return new Cell(List.of(result));
    }

    private CellNode node(int index) {
        int second = index % operations.size();
        int first = index / operations.size() % operations.size();
        int pair = index / operations.size() / operations.size();
        int later = 1;
        while (pair >= later) {
            pair -= later;
            later++;
        }
        return new CellNode(new Edge(operations.get(first), pair), new Edge(operations.get(second), later));
    }

    Cell draw(RandomGenerator random) {
        return cell(random.nextLong(cells()));
    }

    Stream<Genotype> all() {
        return Stream.iterate(0L, i -> i < cells(), i -> i + 1).flatMap(i -> {
            Cell normal = cell(i);
            return Stream.iterate(0L, j -> j < cells(), j -> j + 1).map(j -> new Genotype(normal, cell(j)));
        });
    }

    /** Why a cell is none of the space's; empty for one that is. */
    Optional<String> whyNot(Cell cell) {
        boolean inside = cell.nodes().size() == nodes
                && cell.nodes().stream()
                        .flatMap(node -> node.edges().stream())
                        .allMatch(edge -> operations.contains(edge.operation()));
        return inside
                ? Optional.empty()
                : Optional.of("'%s' is outside the space, whose cells have %d nodes and the operations %s"
                        .formatted(
                                cell.text(),
                                nodes,
                                operations.stream().map(Operation::text).toList()));
    }

    List<Operation> otherOperations(Operation old) {
        return operations.stream().filter(operation -> operation != old).toList();
    }

    /** What one edge of a node may take instead of its source. */
    static List<Integer> otherSources(int node, CellNode old) {
        List<Integer> others = new ArrayList<>();
        for (int source = 0; source < sources(node); source++) {
            if (source != old.first().source() && source != old.second().source()) {
                others.add(source);
            }
        }
        return others;
    }
}
