package dev.skyline.space.darts;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Takes the operation and the source of each edge from one parent or the other with equal chance. */
record Crossover(RandomGenerator random) {

    Genotype of(Genotype mother, Genotype father) {
        return new Genotype(cell(mother.normal(), father.normal()), cell(mother.reduction(), father.reduction()));
    }

    private Cell cell(Cell mother, Cell father) {
        List<CellNode> nodes = new ArrayList<>(mother.nodes().size());
        for (int i = 0; i < mother.nodes().size(); i++) {
            nodes.add(node(mother.nodes().get(i), father.nodes().get(i)));
        }
        return new Cell(nodes);
    }

    /** Drawn again while both edges have one source; every other draw takes both sources from one parent. */
    private CellNode node(CellNode mother, CellNode father) {
        Edge first;
        Edge second;
        do {
            first = edge(mother.first(), father.first());
            second = edge(mother.second(), father.second());
        } while (first.source() == second.source());
        return CellNode.of(first, second);
    }

    private Edge edge(Edge mother, Edge father) {
        return new Edge(
                (random.nextBoolean() ? mother : father).operation(),
                (random.nextBoolean() ? mother : father).source());
    }
}
