package dev.skyline.space.nasbench101;

import dev.skyline.architecture.ArchitectureId;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The benchmark's own hash of a cell, under which its table keeps what was measured: the digest of each vertex's degrees
 * and operation is digested again with those of its neighbours, as many times as there are vertices. It does not depend
 * on the order of the vertices, and tells all 423,624 cells apart (Ying et al. 2019, section 2.2 and {@code
 * graph_util.py}). Some 60 MD5 digests.
 */
final class ModuleHash {

    private static final int INPUT_LABEL = -1;
    private static final int OUTPUT_LABEL = -2;

    private final Cell cell;
    private final int[][] predecessors;
    private final int[][] successors;
    private final MessageDigest md5;

    private ModuleHash(Cell cell) {
        this.cell = cell;
        this.predecessors = new int[cell.vertices()][];
        this.successors = new int[cell.vertices()][];
        Arrays.setAll(predecessors, to -> vertices(from -> from < to && cell.has(from, to)));
        Arrays.setAll(successors, from -> vertices(to -> from < to && cell.has(from, to)));
        try {
            this.md5 = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    private int[] vertices(IntPredicate chosen) {
        return IntStream.range(0, cell.vertices()).filter(chosen).toArray();
    }

    /** The first 20 of the hash's 32 digits. */
    static ArchitectureId of(Cell cell) {
        return new ArchitectureId(new ModuleHash(cell).hash().substring(0, 20));
    }

    private String hash() {
        String[] hashes = new String[cell.vertices()];
        Arrays.setAll(
                hashes,
                vertex -> digest("(" + successors[vertex].length + ", " + predecessors[vertex].length + ", "
                        + label(vertex) + ")"));
        for (int round = 0; round < cell.vertices(); round++) {
            String[] before = hashes.clone();
            Arrays.setAll(
                    hashes,
                    vertex -> digest(sorted(predecessors[vertex], before) + "|" + sorted(successors[vertex], before)
                            + "|" + before[vertex]));
        }
        Arrays.sort(hashes);
        return digest("['" + String.join("', '", hashes) + "']");
    }

    private int label(int vertex) {
        if (vertex == 0) {
            return INPUT_LABEL;
        }
        return vertex == cell.output() ? OUTPUT_LABEL : cell.operation(vertex).ordinal();
    }

    private static String sorted(int[] vertices, String[] hashes) {
        String[] chosen = new String[vertices.length];
        Arrays.setAll(chosen, i -> hashes[vertices[i]]);
        Arrays.sort(chosen);
        return String.join("", chosen);
    }

    private String digest(String text) {
        return HexFormat.of().formatHex(md5.digest(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
