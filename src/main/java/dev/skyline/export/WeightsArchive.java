package dev.skyline.export;

import dev.skyline.network.Network;
import dev.skyline.network.Node;
import dev.skyline.network.TrainedNetwork;
import dev.skyline.network.WeightShapes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * All weights of a network as NumPy's {@code .npz}: a zip of an array for each node and role, {@code stem/kernel.npy}.
 *
 * <p>Source: <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">NumPy, format
 * 1.0</a>.
 */
public final class WeightsArchive {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;

    private WeightsArchive() {}

    /** Does not close the stream. O(weights). */
    public static void write(TrainedNetwork trained, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        Network network = trained.network();
        for (Node node : network.nodes()) {
            for (Map.Entry<String, List<Integer>> each :
                    WeightShapes.of(network, node).entrySet()) {
                zip.putNextEntry(new ZipEntry(node.name() + "/" + each.getKey() + ".npy"));
                zip.write(array(trained.weights().get(node.name(), each.getKey()), each.getValue()));
                zip.closeEntry();
            }
        }
        zip.finish();
    }

    private static byte[] array(float[] values, List<Integer> sizes) {
        String all = sizes.stream().map(String::valueOf).collect(Collectors.joining(", "));
        String shape = sizes.size() == 1 ? all + "," : all;
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + "), }";
        int unpadded = MAGIC.length + Short.BYTES + header.length() + 1;
        int padding = Math.floorMod(-unpadded, ALIGNMENT);
        ByteBuffer bytes = ByteBuffer.allocate(unpadded + padding + values.length * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(MAGIC).putShort((short) (header.length() + padding + 1));
        bytes.put((header + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII));
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }
}
