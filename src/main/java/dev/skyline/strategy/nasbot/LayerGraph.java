package dev.skyline.strategy.nasbot;

import dev.skyline.network.Network;
import dev.skyline.network.Node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A network without the layers that only pass values on: its input first, then the layers that work, then its output.
 *
 * @param masses work of each layer, incoming times outgoing channels; the input and the output have a tenth of all
 *     others' (the paper's ζ)
 * @param parents of each, all of them before it
 */
record LayerGraph(List<String> labels, double[] masses, List<int[]> parents) {

    private static final double ZETA = 0.1;

    /** O(edges). */
    static LayerGraph of(Network network) {
        List<String> labels = new ArrayList<>(List.of(Label.INPUT));
        List<Double> masses = new ArrayList<>(List.of(0.0));
        List<int[]> parents = new ArrayList<>(List.of(new int[0]));
        Map<String, Set<Integer>> givers = new HashMap<>();
        givers.put(Network.INPUT, Set.of(0));
        Set<Integer> last = Set.of(0);
        for (Node node : network.withoutDeadNodes().nodes()) {
            Set<Integer> from = new TreeSet<>();
            node.inputs().forEach(input -> from.addAll(givers.get(input)));
            String label = Label.of(node.layer()).orElse(null);
            if (label == null) {
                last = from;
            } else {
                last = Set.of(labels.size());
                labels.add(label);
                parents.add(from.stream().mapToInt(Integer::intValue).toArray());
                masses.add((double) network.inputShapes(node).get(0).channels()
                        * network.shape(node.name()).channels());
            }
            givers.put(node.name(), last);
        }
        labels.add(Label.OUTPUT);
        parents.add(last.stream().mapToInt(Integer::intValue).toArray());
        masses.add(0.0);
        return new LayerGraph(labels, withEnds(masses), parents);
    }

    private static double[] withEnds(List<Double> masses) {
        double[] all = masses.stream().mapToDouble(Double::doubleValue).toArray();
        double ends = ZETA * Math.max(1, Arrays.stream(all).sum());
        all[0] = ends;
        all[all.length - 1] = ends;
        return all;
    }

    /** For each layer the lengths of paths from the input and to the output: shortest, longest, and of a random walk. */
    double[][] positions() {
        double[][] fromInput = lengths(parents);
        double[][] toOutput = lengths(reversed());
        int n = labels.size();
        return IntStream.range(0, n)
                .mapToObj(i -> new double[] {
                    fromInput[i][0],
                    fromInput[i][1],
                    fromInput[i][2],
                    toOutput[n - 1 - i][0],
                    toOutput[n - 1 - i][1],
                    toOutput[n - 1 - i][2]
                })
                .toArray(double[][]::new);
    }

    private static double[][] lengths(List<int[]> before) {
        double[][] lengths = new double[before.size()][];
        for (int i = 0; i < lengths.length; i++) {
            int[] from = before.get(i);
            double[] length = new double[3];
            if (from.length > 0) {
                length[0] = 1
                        + Arrays.stream(from)
                                .mapToDouble(j -> lengths[j][0])
                                .min()
                                .orElseThrow();
                length[1] = 1
                        + Arrays.stream(from)
                                .mapToDouble(j -> lengths[j][1])
                                .max()
                                .orElseThrow();
                length[2] = 1
                        + Arrays.stream(from)
                                .mapToDouble(j -> lengths[j][2])
                                .average()
                                .orElseThrow();
            }
            lengths[i] = length;
        }
        return lengths;
    }

    /** The same graph from its output to its input. */
    private List<int[]> reversed() {
        int n = parents.size();
        List<List<Integer>> children = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            children.add(new ArrayList<>());
        }
        for (int i = 0; i < n; i++) {
            for (int parent : parents.get(i)) {
                children.get(n - 1 - parent).add(n - 1 - i);
            }
        }
        return children.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }
}
