package dev.skyline.space.darts;

import dev.skyline.architecture.Architecture;
import dev.skyline.architecture.ArchitectureId;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An architecture of the space.
 *
 * @param reduction as many nodes as the normal cell
 */
record Genotype(Cell normal, Cell reduction) {

    private static final Pattern TEXT = Pattern.compile("Genotype\\(normal=\\[([^\\]]+)\\],normal_concat=([^=]+),"
            + "reduce=\\[([^\\]]+)\\],reduce_concat=([^=]+)\\)");

    /**
     * The text of the authors' {@code Genotype}: a node's inputs may stand in either order, the concatenation as a range
     * or a list.
     *
     * @throws IllegalArgumentException where the text is of no genotype, or of one whose cells leave nodes out of their
     *     concatenation
     */
    static Genotype parse(String text) {
        Matcher matcher = TEXT.matcher(text.replace(", ", ","));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no genotype; it reads Genotype(normal=["
                    + "('sep_conv_3x3', 0), ('skip_connect', 1), …], normal_concat=range(2, 6), reduce=[…],"
                    + " reduce_concat=range(2, 6))");
        }
        return new Genotype(cell(matcher.group(1), matcher.group(2)), cell(matcher.group(3), matcher.group(4)));
    }

    private static Cell cell(String edges, String concatenation) {
        Cell cell = Cell.parse(edges);
        int end = Cell.INPUTS + cell.nodes().size();
        String list = IntStream.range(Cell.INPUTS, end)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(",", "[", "]"));
        if (!List.of(range(end).replace(" ", ""), list).contains(concatenation)) {
            throw new IllegalArgumentException(
                    "'" + concatenation + "' is not the concatenation of all nodes, " + range(end));
        }
        return cell;
    }

    private static String range(int end) {
        return "range(" + Cell.INPUTS + ", " + end + ")";
    }

    Architecture architecture() {
        String id = CanonicalForm.of(normal) + CanonicalForm.of(reduction);
        return new Architecture(ArchitectureId.of(id), text());
    }

    private String text() {
        String concatenation = range(Cell.INPUTS + normal.nodes().size());
        return "Genotype(normal=" + normal.text() + ", normal_concat=" + concatenation + ", reduce=" + reduction.text()
                + ", reduce_concat=" + concatenation + ")";
    }
}
