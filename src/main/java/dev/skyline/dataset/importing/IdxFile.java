package dev.skyline.dataset.importing;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream in IDX form: numbers of one type in one or more dimensions.
 *
 * <p>Source: Y. LeCun, C. Cortes, C. Burges, <em>The MNIST database of handwritten digits</em>, "File formats".
 */
final class IdxFile {

    private static final int UNSIGNED_BYTES = 0x0800;

    private final String name;
    private final DataInputStream in;
    private final int[] sizes;
    private long position;

    /** Reads the header. */
    IdxFile(String name, InputStream stream, int dimensions) throws IOException {
        this.name = name;
        this.in = new DataInputStream(stream);
        int magic = readInt();
        if (magic != (UNSIGNED_BYTES | dimensions)) {
            throw InvalidDataset.at(
                    name + ", byte 0",
                    "begins with 0x%08x and not 0x%08x, IDX of unsigned bytes in %d dimension%s"
                            .formatted(magic, UNSIGNED_BYTES | dimensions, dimensions, dimensions == 1 ? "" : "s"));
        }
        sizes = new int[dimensions];
        for (int i = 0; i < dimensions; i++) {
            sizes[i] = readInt();
            if (sizes[i] < 1) {
                throw InvalidDataset.at(
                        name + ", byte " + (position - Integer.BYTES),
                        "a size of " + Integer.toUnsignedString(sizes[i]));
            }
        }
    }

    String name() {
        return name;
    }

    int size(int dimension) {
        return sizes[dimension];
    }

    byte[] read(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        position += bytes.length;
        if (bytes.length < length) {
            throw InvalidDataset.at(
                    name + ", byte " + position, "ends early: its header promises " + promised() + " bytes in all");
        }
        return bytes;
    }

    void requireEnd() throws IOException {
        if (in.read() >= 0) {
            throw InvalidDataset.at(
                    name + ", byte " + position, "goes on, though its header promises " + promised() + " bytes in all");
        }
    }

    private long promised() {
        long values = 1;
        for (int size : sizes) {
            values *= size;
        }
        return Integer.BYTES * (1L + sizes.length) + values;
    }

    private int readInt() throws IOException {
        try {
            int value = in.readInt();
            position += Integer.BYTES;
            return value;
        } catch (EOFException e) {
            throw InvalidDataset.at(name + ", byte " + position, "ends within its header");
        }
    }
}
