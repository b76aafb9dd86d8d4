package dev.skyline.dl4j.layer;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/** An array's own memory as a buffer: whole samples are copied to the heap, worked on there and copied back. */
public final class Floats {

    private Floats() {}

    /**
     * The values in memory order; writing to the buffer writes to the array. About 2 µs.
     *
     * @param array without gaps, see {@link #contiguous}
     */
    public static FloatBuffer of(INDArray array) {
        return pointer(array).asBuffer();
    }

    /** Where the values lie. */
    static FloatPointer pointer(INDArray array) {
        return new FloatPointer(array.data().addressPointer()).capacity(array.length());
    }

    /** The same values as the bits of their IEEE 754 form. */
    static IntBuffer bits(INDArray array) {
        IntPointer pointer = new IntPointer(array.data().addressPointer());
        return pointer.capacity(array.length()).asBuffer();
    }

    /** The array itself where it is row-major and without gaps, otherwise a copy that is. */
    static INDArray contiguous(INDArray array) {
        long expected = 1;
        for (int dimension = array.rank() - 1; dimension >= 0; dimension--) {
            if (array.size(dimension) != 1 && array.stride(dimension) != expected) {
                return array.dup('c');
            }
            expected *= array.size(dimension);
        }
        return array;
    }
}
