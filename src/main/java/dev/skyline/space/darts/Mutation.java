package dev.skyline.space.darts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Changes the operation or the source of one edge of one cell, uniform over those decisions that have another option and
 * over their options.
 */
final class Mutation {

    private final Choices choices;
    private final List<List<Genotype>> decisions = new ArrayList<>();

    /** O(nodes²). */
    Mutation(Choices choices, Genotype parent) {
        this.choices = choices;
        addChanges(parent.normal(), cell -> new Genotype(cell, parent.reduction()));
        addChanges(parent.reduction(), cell -> new Genotype(parent.normal(), cell));
        decisions.removeIf(List::isEmpty);
    }

    Genotype apply(RandomGenerator random) {
        List<Genotype> options = decisions.get(random.nextInt(decisions.size()));
        return options.get(random.nextInt(options.size()));
    }

    /** All that can come of it, each once. */
    Stream<Genotype> all() {
        return decisions.stream().flatMap(List::stream).distinct();
    }

    private void addChanges(Cell cell, Function<Cell, Genotype> genotype) {
        for (int i = 0; i < cell.nodes().size(); i++) {
            CellNode node = cell.nodes().get(i);
            List<Integer> sources = Choices.otherSources(i, node);
            Function<CellNode, Genotype> changed = changed(cell, i, genotype);
            addChanges(node.first(), node.second(), sources, changed);
            addChanges(node.second(), node.first(), sources, changed);
        }
    }

    private static Function<CellNode, Genotype> changed(Cell cell, int i, Function<Cell, Genotype> genotype) {
        return node -> genotype.apply(cell.with(i, node));
    }

    private void addChanges(Edge edge, Edge kept, List<Integer> sources, Function<CellNode, Genotype> changed) {
        decisions.add(choices.otherOperations(edge.operation()).stream()
                .map(operation -> changed.apply(CellNode.of(edge.with(operation), kept)))
                .toList());
        decisions.add(sources.stream()
                .map(source -> changed.apply(CellNode.of(edge.from(source), kept)))
                .toList());
    }
}
