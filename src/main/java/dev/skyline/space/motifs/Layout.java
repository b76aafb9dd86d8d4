package dev.skyline.space.motifs;

import dev.skyline.space.Decision;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What hierarchies there are. The choices of one are what each edge is, motif by motif from the lowest level, as an index
 * among the options of its level.
 *
 * @param levels the primitives, which are the first, and the cell, which is the last, included
 * @param motifs of each level between these
 * @param primitives by number, ascending
 */
record Layout(int levels, int motifs, int motifNodes, int cellNodes, List<Integer> primitives) {

    private static final int FIRST = 2;

    private boolean isCell(int level) {
        return level == levels;
    }

    private int motifs(int level) {
        return isCell(level) ? 1 : motifs;
    }

    private int nodes(int level) {
        return isCell(level) ? cellNodes : motifNodes;
    }

    /** Numbers that an edge of a level may have. */
    private List<Integer> options(int level) {
        IntStream operations =
                level == FIRST ? primitives.stream().mapToInt(Integer::intValue) : IntStream.rangeClosed(1, motifs);
        return IntStream.concat(IntStream.of(Motif.NONE), operations).boxed().toList();
    }

    private IntStream numbers() {
        return IntStream.rangeClosed(FIRST, levels);
    }

    private int edges(int level) {
        return motifs(level) * Motif.edges(nodes(level));
    }

    BigInteger size() {
        return numbers()
                .mapToObj(level -> BigInteger.valueOf(options(level).size()).pow(edges(level)))
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }

    /**
     * The most layers that a cell can take; a node of several terms needs {@code merge} of them, and a term may have to be
     * copied.
     */
    long maxCellLayers(int merge) {
        long layers = primitives.stream()
                .mapToInt(number -> Primitive.of(number).layers())
                .max()
                .orElseThrow();
        for (int level = FIRST; level <= levels; level++) {
            int nodes = nodes(level);
            layers = Motif.edges(nodes) * (layers + 1) + (nodes - 1L) * merge;
        }
        return layers;
    }

    List<Decision> decisions() {
        List<Decision> decisions = new ArrayList<>();
        for (int level = FIRST; level <= levels; level++) {
            List<String> options = new ArrayList<>(List.of("none"));
            for (int number : options(level).subList(1, options(level).size())) {
                options.add(level == FIRST ? Primitive.of(number).text() : "motif" + number);
            }
            for (int motif = 1; motif <= motifs(level); motif++) {
                String name = isCell(level) ? "cell." : "level" + level + ".motif" + motif + ".";
                for (int to = 1; to < nodes(level); to++) {
                    for (int from = 0; from < to; from++) {
                        decisions.add(new Decision(name + to + "←" + from, options, false));
                    }
                }
            }
        }
        return decisions;
    }

    /** Number of options of each choice. */
    int[] optionCounts() {
        return numbers()
                .flatMap(
                        level -> IntStream.generate(() -> options(level).size()).limit(edges(level)))
                .toArray();
    }

    Hierarchy hierarchy(int[] choices) {
        List<List<Motif>> result = new ArrayList<>();
        int next = 0;
        for (int level = FIRST; level <= levels; level++) {
            List<Motif> motifsHere = new ArrayList<>();
            List<Integer> options = options(level);
            for (int motif = 0; motif < motifs(level); motif++) {
                int end = next + Motif.edges(nodes(level));
                motifsHere.add(new Motif(
                        nodes(level),
                        Arrays.stream(choices, next, end).mapToObj(options::get).toList()));
                next = end;
            }
            result.add(motifsHere);
        }
        return new Hierarchy(result);
    }

    int[] choices(Hierarchy hierarchy) {
        return numbers()
                .flatMap(level -> hierarchy.levels().get(level - FIRST).stream()
                        .flatMap(motif -> motif.operations().stream())
                        .mapToInt(options(level)::indexOf))
                .toArray();
    }

    /**
     * The place of a choice, as the paper's mutation draws it: a level, one of its motifs, a node and an earlier one, each
     * uniform over what there is.
     */
    int draw(RandomGenerator random) {
        int level = random.nextInt(FIRST, levels + 1);
        int below = numbers().limit(level - FIRST).map(this::edges).sum();
        int motif = random.nextInt(motifs(level));
        int to = random.nextInt(1, nodes(level));
        return below + motif * Motif.edges(nodes(level)) + Motif.edge(to, random.nextInt(to));
    }

    /** Why a hierarchy is none of the space's; empty for one that is. */
    Optional<String> whyNot(Hierarchy hierarchy) {
        boolean inside = hierarchy.levels().size() == levels - 1
                && numbers().allMatch(level -> fits(hierarchy.levels().get(level - FIRST), level));
        return inside
                ? Optional.empty()
                : Optional.of(("'%s' is outside the space, which has %d levels from the second on, of %d motifs of %d"
                                + " nodes each but for the last, of one of %d, and the primitives %s")
                        .formatted(hierarchy.text(), levels - 1, motifs, motifNodes, cellNodes, primitives));
    }

    private boolean fits(List<Motif> level, int number) {
        return level.size() == motifs(number)
                && level.stream()
                        .allMatch(motif -> motif.nodes() == nodes(number)
                                && options(number).containsAll(motif.operations()));
    }

    Stream<Hierarchy> all() {
        int[] counts = optionCounts();
        return Stream.iterate(BigInteger.ZERO, i -> i.compareTo(size()) < 0, i -> i.add(BigInteger.ONE))
                .map(index -> hierarchy(digits(index, counts)));
    }

    private static int[] digits(BigInteger index, int[] counts) {
        int[] digits = new int[counts.length];
        BigInteger rest = index;
        for (int i = counts.length - 1; i >= 0; i--) {
            BigInteger[] digit = rest.divideAndRemainder(BigInteger.valueOf(counts[i]));
            digits[i] = digit[1].intValue();
            rest = digit[0];
        }
        return digits;
    }
}
