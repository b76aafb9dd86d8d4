package dev.skyline.hardware.predictor;

import dev.skyline.network.Costs;
import dev.skyline.network.LayerCosts;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.Shape;
import dev.skyline.network.ZeroFolding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a latency may depend on, read off a network by name: sums over operators of a kind and of exact shapes, pairs of
 * neighbours (which runtimes fuse), what stands at which named place, and the longest chains. Everything twice: of the
 * network as it is written, which eager runtimes compute, and of what remains when terms that are zero and nodes that do
 * not reach the output are removed, which compilers compute.
 */
final class LatencyFeatures {

    private static final double KILO = 1e-3;

    private static final String WHOLE = "all ";
    private static final String LIVE = "live ";
    private static final String COUNT = "count ";
    private static final List<String> SIZES = List.of("macs", "parameters", "peak ", "operators", "bytes", COUNT);
    private static final List<String> CONTEXT = List.of("pair ", "longest ", "forks", "peak ");

    private final String scope;
    private final Map<String, Double> values;
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, double[]> chains = new HashMap<>();

    private LatencyFeatures(String scope, Map<String, Double> values) {
        this.scope = scope;
        this.values = values;
    }

    /** By name, those that are not zero. O(nodes²), for the removal of zeros. */
    static Map<String, Double> of(Network network) {
        Map<String, Double> values = new TreeMap<>();
        new LatencyFeatures(WHOLE, values).read(network);
        new LatencyFeatures(LIVE, values).read(ZeroFolding.fold(network));
        return values;
    }

    /** Whether a feature counts operators of the network as it is written, whatever their neighbours. */
    static boolean isPlain(String name) {
        return name.startsWith(WHOLE) && !isOneOf(CONTEXT, name);
    }

    /** Whether a feature tells how large the network is as it is written, or its operators of a kind. */
    static boolean isSize(String name) {
        return name.startsWith(WHOLE) && isOneOf(SIZES, name);
    }

    /** The kind of operator that a feature counts in the network as it is written; empty for other features. */
    static Optional<String> counted(String name) {
        return name.startsWith(WHOLE + COUNT)
                ? Optional.of(name.substring(WHOLE.length() + COUNT.length()))
                : Optional.empty();
    }

    private static boolean isOneOf(List<String> beginnings, String name) {
        return beginnings.stream().anyMatch(each -> name.startsWith(each, WHOLE.length()));
    }

    private void read(Network network) {
        Costs costs = Costs.of(network);
        add("macs", costs.macs() * KILO);
        add("parameters", costs.parameters() * KILO);
        add("peak memory", costs.peakMemory() * KILO);
        Map<String, Integer> readers = new HashMap<>();
        kinds.put(Network.INPUT, "input");
        chains.put(Network.INPUT, new double[3]);
        for (Node node : network.nodes()) {
            read(network, node);
            node.inputs().forEach(input -> readers.merge(input, 1, Integer::sum));
        }
        add("forks", readers.values().stream().filter(count -> count > 1).count());
        double[] longest = chains.get(network.output().name());
        add("longest operators", longest[0]);
        add("longest macs", longest[1]);
        add("longest bytes", longest[2]);
    }

    private void read(Network network, Node node) {
        String kind = OperatorKind.of(node);
        double[] chain = longest(node);
        chains.put(node.name(), chain);
        if (kind.equals(OperatorKind.NOTHING)) {
            kinds.put(node.name(), kinds.get(node.inputs().get(0)));
            return;
        }
        List<Shape> inputs = network.inputShapes(node);
        Shape output = network.shape(node.name());
        LayerCosts costs = LayerCosts.of(node.layer(), inputs);
        double macs = costs.macs() * KILO;
        double moved = inputs.stream().mapToLong(Shape::elements).sum() + output.elements() + costs.parameters();
        double bytes = moved * Float.BYTES * KILO;
        chain[0]++;
        chain[1] += macs;
        chain[2] += bytes;
        add("operators", 1);
        add("bytes", bytes);
        add(COUNT + kind, 1);
        add("bytes " + kind, bytes);
        if (macs > 0) {
            add("macs " + kind, macs);
        }
        add("exact " + kind + " " + inputs.get(0) + " " + output, 1);
        add("place " + node.name() + " " + kind, 1);
        for (String input : node.inputs()) {
            add("pair " + kinds.get(input) + " " + kind, 1);
        }
        kinds.put(node.name(), kind);
    }

    private double[] longest(Node node) {
        double[] longest = new double[3];
        for (String input : node.inputs()) {
            double[] other = chains.get(input);
            for (int i = 0; i < longest.length; i++) {
                longest[i] = Math.max(longest[i], other[i]);
            }
        }
        return longest;
    }

    private void add(String name, double value) {
        values.merge(scope + name, value, Double::sum);
    }
}
