package dev.skyline.network;

import dev.skyline.network.Layer.Add;
import dev.skyline.network.Layer.Identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What tells the functions of sub-graphs apart (Merkle 1987): a digest of a node's layer and of the digests of what it
 * takes. Names, the order of the nodes and that of the terms of a sum do not count, and an identity is its input; the
 * shape of the network's input does count. 32 hexadecimal digits, the same in every process.
 */
public final class NetworkHash {

    private static final int BYTES = 16;

    private final Network network;
    private final MessageDigest digest;
    private final Map<Layer, byte[]> layers = new HashMap<>();

    private NetworkHash(Network network) {
        this.network = network;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The hash of the output, in which nodes that do not reach it have no part. O(edges). */
    public static String of(Network network) {
        return text(new NetworkHash(network).ofValues()[network.nodes().size()]);
    }

    /** The hash of what each node gives, by its name. O(edges). */
    public static Map<String, String> ofNodes(Network network) {
        byte[][] values = new NetworkHash(network).ofValues();
        Map<String, String> result = new LinkedHashMap<>();
        for (int i = 1; i < values.length; i++) {
            result.put(network.nodes().get(i - 1).name(), text(values[i]));
        }
        return result;
    }

    private byte[][] ofValues() {
        byte[][] values = new byte[network.nodes().size() + 1][];
        values[0] = digest.digest(utf8(network.input().toString()));
        for (int i = 1; i < values.length; i++) {
            Layer layer = network.nodes().get(i - 1).layer();
            byte[][] inputs = Arrays.stream(network.sources(i - 1))
                    .mapToObj(source -> values[source])
                    .toArray(byte[][]::new);
            values[i] = layer instanceof Identity ? inputs[0] : hash(layer, inputs);
        }
        return values;
    }

    private byte[] hash(Layer layer, byte[][] inputs) {
        if (layer instanceof Add) {
            Arrays.sort(inputs, Arrays::compareUnsigned);
        }
        digest.update(layers.computeIfAbsent(
                layer, each -> utf8(NetworkDocument.writeLayer(each).toString())));
        for (byte[] input : inputs) {
            digest.update(input);
        }
        return digest.digest();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] hash) {
        return HexFormat.of().formatHex(hash, 0, BYTES);
    }
}
