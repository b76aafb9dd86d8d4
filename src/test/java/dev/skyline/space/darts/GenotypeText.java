package dev.skyline.space.darts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Genotypes compared by their texts alone. */
final class GenotypeText {

    private static final Pattern EDGE = Pattern.compile("\\('(\\w+)', (\\d+)\\)");

    private GenotypeText() {}

    record Input(String operation, String source) {

        int differences(Input other) {
            return (operation.equals(other.operation) ? 0 : 1) + (source.equals(other.source) ? 0 : 1);
        }

        boolean isBetween(Input mother, Input father) {
            return List.of(mother.operation, father.operation).contains(operation)
                    && List.of(mother.source, father.source).contains(source);
        }
    }

    private record Inputs(Input first, Input second) {

        int differences(Inputs other) {
            return Math.min(
                    first.differences(other.first) + second.differences(other.second),
                    first.differences(other.second) + second.differences(other.first));
        }

        boolean isBetween(Inputs mother, Inputs father) {
            return isInOrder(first, second, mother, father) || isInOrder(second, first, mother, father);
        }

        private static boolean isInOrder(Input one, Input other, Inputs mother, Inputs father) {
            return one.isBetween(mother.first, father.first) && other.isBetween(mother.second, father.second);
        }
    }

    static int differences(String a, String b) {
        List<Inputs> first = nodes(a);
        List<Inputs> second = nodes(b);
        return IntStream.range(0, first.size())
                .map(i -> first.get(i).differences(second.get(i)))
                .sum();
    }

    static boolean isBetween(String child, String mother, String father) {
        List<Inputs> nodes = nodes(child);
        List<Inputs> mothers = nodes(mother);
        List<Inputs> fathers = nodes(father);
        return IntStream.range(0, nodes.size()).allMatch(i -> nodes.get(i).isBetween(mothers.get(i), fathers.get(i)));
    }

    private static List<Inputs> nodes(String text) {
        List<Input> edges = EDGE.matcher(text)
                .results()
                .map(match -> new Input(match.group(1), match.group(2)))
                .toList();
        List<Inputs> nodes = new ArrayList<>();
        for (int i = 0; i < edges.size(); i += 2) {
            nodes.add(new Inputs(edges.get(i), edges.get(i + 1)));
        }
        return nodes;
    }

    /** The genotype of two cells, each as its edges without brackets: {@code sep_conv_3x3 0, none 1, …}. */
    static String of(String normal, String reduction) {
        return "Genotype(normal=" + list(normal) + ", normal_concat=" + range(normal) + ", reduce=" + list(reduction)
                + ", reduce_concat=" + range(reduction) + ")";
    }

    private static String list(String edges) {
        return Stream.of(edges.split(", "))
                .map(edge -> edge.split(" "))
                .map(edge -> "('" + edge[0] + "', " + edge[1] + ")")
                .toList()
                .toString();
    }

    private static String range(String edges) {
        return "range(2, " + (2 + edges.split(", ").length / 2) + ")";
    }
}
