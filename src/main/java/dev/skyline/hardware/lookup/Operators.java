package dev.skyline.hardware.lookup;

import dev.skyline.network.Network;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The operators that networks consist of. */
public final class Operators {

    private Operators() {}

    /**
     * What a runtime executes, in its order, layer by layer: nothing that is dead or always zero, nothing for identities,
     * dropout and flattening; equal layers without weights on the same input once; batch normalisation and ReLU, ReLU6 and
     * leaky ReLU as part of the convolution or dense layer before them, where nothing else reads that. O(nodes²).
     */
    public static List<LayerKey> of(Network network) {
        return Execution.of(network).stream().map(Operator::key).toList();
    }

    /**
     * The different operators of many networks, those seen first before others.
     *
     * @param networks of a space: all of them, or samples without end
     * @param patience networks in a row without a new operator after which no more are taken
     */
    public static Collection<LayerKey> of(Stream<Network> networks, int patience) {
        Set<LayerKey> keys = new LinkedHashSet<>();
        int idle = 0;
        for (Iterator<Network> each = networks.iterator(); idle < patience && each.hasNext(); ) {
            idle = keys.addAll(of(each.next())) ? 0 : idle + 1;
        }
        return keys;
    }
}
