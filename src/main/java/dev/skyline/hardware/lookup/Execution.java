package dev.skyline.hardware.lookup;

import dev.skyline.network.Layer;
import dev.skyline.network.Layer.Activation;
import dev.skyline.network.Layer.Activation.Function;
import dev.skyline.network.Layer.BatchNorm;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.Layer.Dropout;
import dev.skyline.network.Layer.Flatten;
import dev.skyline.network.Layer.Identity;
import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.Shape;
import dev.skyline.network.ZeroFolding;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a runtime executes of a network, as ONNX Runtime does on a CPU: nothing that is dead or always zero, nothing for
 * identities, dropout and flattening, equal layers without weights on the same input once, and batch normalisation and
 * clamps (ReLU and its kin) within the convolution or dense layer before them.
 */
final class Execution {

    private static final Set<Function> CLAMPS = EnumSet.of(Function.RELU, Function.RELU6, Function.LEAKY_RELU);

    private record Call(Layer layer, List<Integer> inputs) {}

    private final List<Call> calls = new ArrayList<>();
    private final List<Operator> operators = new ArrayList<>();

    private Execution() {}

    /** In the order of execution. O(nodes²), for the folding of zeros. */
    static List<Operator> of(Network network) {
        Network folded = ZeroFolding.fold(network);
        Execution execution = new Execution();
        List<List<Shape>> shapes = execution.call(folded);
        execution.fuse(shapes);
        return List.copyOf(execution.operators);
    }

    /** Returns the shapes of what each call takes. */
    private List<List<Shape>> call(Network network) {
        Map<String, Integer> values = new HashMap<>();
        values.put(Network.INPUT, Operator.INPUT);
        Map<Call, Integer> known = new HashMap<>();
        List<List<Shape>> shapes = new ArrayList<>();
        for (Node node : network.nodes()) {
            List<Integer> inputs = node.inputs().stream().map(values::get).toList();
            Call call = new Call(node.layer(), inputs);
            if (isFree(node.layer())) {
                values.put(node.name(), inputs.get(0));
            } else if (!hasWeights(node.layer()) && known.containsKey(call)) {
                values.put(node.name(), known.get(call));
            } else {
                values.put(node.name(), calls.size());
                known.put(call, calls.size());
                calls.add(call);
                shapes.add(network.inputShapes(node));
            }
        }
        return shapes;
    }

    private void fuse(List<List<Shape>> shapes) {
        int[] readers = new int[calls.size()];
        calls.forEach(call -> call.inputs().stream().filter(i -> i >= 0).forEach(i -> readers[i]++));
        int[] places = new int[calls.size()];
        boolean[] open = new boolean[calls.size()];
        for (int i = 0; i < places.length; i++) {
            Call call = calls.get(i);
            int source = call.inputs().get(0);
            boolean clamp = call.layer() instanceof Activation a && CLAMPS.contains(a.function());
            if ((clamp || call.layer() instanceof BatchNorm) && source >= 0 && open[source] && readers[source] == 1) {
                places[i] = places[source];
                open[i] = !clamp;
                if (clamp) {
                    Operator fused = operators.get(places[i]);
                    operators.set(places[i], new Operator(fused.key(), fused.inputs(), true));
                }
            } else {
                places[i] = operators.size();
                open[i] = isLinear(call.layer());
                List<Integer> inputs = call.inputs().stream()
                        .map(input -> input < 0 ? input : Integer.valueOf(places[input]))
                        .toList();
                operators.add(new Operator(new LayerKey(call.layer(), shapes.get(i)), inputs, false));
            }
        }
    }

    private static boolean isFree(Layer layer) {
        return layer instanceof Identity || layer instanceof Dropout || layer instanceof Flatten;
    }

    private static boolean hasWeights(Layer layer) {
        return isLinear(layer) || layer instanceof BatchNorm;
    }

    private static boolean isLinear(Layer layer) {
        return layer instanceof Convolution || layer instanceof DepthwiseConvolution || layer instanceof Dense;
    }
}
