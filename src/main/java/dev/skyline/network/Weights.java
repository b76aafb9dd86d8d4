package dev.skyline.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trained values of a network, by node and role, independent of any runtime.
 *
 * <p>Layouts, row-major: {@code kernel} of a convolution [filters][input channels][k][k], of a depthwise convolution
 * [channels][k][k], of a dense layer [inputs][units]; {@code bias} [filters or units]; batch normalisation {@code
 * scale}, {@code shift}, {@code mean}, {@code variance} [channels].
 */
public final class Weights {

    public static final String KERNEL = "kernel";
    public static final String BIAS = "bias";
    public static final String SCALE = "scale";
    public static final String SHIFT = "shift";
    public static final String MEAN = "mean";
    public static final String VARIANCE = "variance";

    /** All roles, in the order in which layers take them. */
    public static final List<String> ROLES = List.of(KERNEL, BIAS, SCALE, SHIFT, MEAN, VARIANCE);

    private final Map<String, float[]> values = new LinkedHashMap<>();

    /** Adds what one node holds in one role. */
    public Weights put(String node, String role, float[] value) {
        values.put(node + "/" + role, value.clone());
        return this;
    }

    /**
     * @throws IllegalArgumentException where there is nothing of that node and role
     */
    public float[] get(String node, String role) {
        float[] value = values.get(node + "/" + role);
        if (value == null) {
            throw new IllegalArgumentException("there are no weights '" + role + "' of node " + node);
        }
        return value.clone();
    }

    /** Whether there is something of that node and role. */
    public boolean has(String node, String role) {
        return values.containsKey(node + "/" + role);
    }

    /** Adds all that a node holds here to others. */
    void copy(String node, Weights to) {
        for (String role : ROLES) {
            if (has(node, role)) {
                to.put(node, role, values.get(node + "/" + role));
            }
        }
    }
}
