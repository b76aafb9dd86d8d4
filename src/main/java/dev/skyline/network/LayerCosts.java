package dev.skyline.network;

import dev.skyline.network.Layer.BatchNorm;
import dev.skyline.network.Layer.Convolution;
import dev.skyline.network.Layer.Dense;
import dev.skyline.network.Layer.DepthwiseConvolution;
import dev.skyline.network.Shape.Image;

import java.util.List;

/**
 * What one layer costs. MACs are counted as in NAS-Bench-201: those of convolutions and dense layers, a bias as one for
 * each output value, everything else as none.
 *
 * @param parameters trainable values
 * @param buffers values that are stored with the model but not trained: running statistics
 * @param kernel those of the parameters that inputs are multiplied with in convolutions and dense layers
 * @param filters shares of the kernel that give one output channel each
 * @param macs multiply–accumulates for one sample
 */
public record LayerCosts(long parameters, long buffers, long kernel, int filters, long macs) {

    private static final LayerCosts NONE = new LayerCosts(0, 0, 0, 0, 0);
    private static final int SCALE_BYTES = 4;

    /**
     * @param inputs shapes that the layer can take
     * @throws ArithmeticException where a count exceeds 63 bits
     */
    public static LayerCosts of(Layer layer, List<Shape> inputs) {
        if (layer instanceof Convolution c) {
            int seen = inputs.get(0).channels() / c.groups();
            return ofKernel(area(c.kernel()) * seen, c.bias(), c.output(inputs));
        }
        if (layer instanceof DepthwiseConvolution d) {
            return ofKernel(area(d.kernel()), d.bias(), d.output(inputs));
        }
        if (layer instanceof Dense d) {
            return ofKernel(inputs.get(0).channels(), true, d.output(inputs));
        }
        if (layer instanceof BatchNorm) {
            long channels = inputs.get(0).channels();
            return new LayerCosts(2 * channels, 2 * channels, 0, 0, 0);
        }
        return NONE;
    }

    private static long area(int kernel) {
        return (long) kernel * kernel;
    }

    private static LayerCosts ofKernel(long valuesOfFilter, boolean bias, Shape output) {
        int filters = output.channels();
        long positions = output instanceof Image image ? (long) image.height() * image.width() : 1;
        long kernel = Math.multiplyExact(valuesOfFilter, filters);
        long parameters = Math.addExact(kernel, bias ? filters : 0);
        return new LayerCosts(parameters, 0, kernel, filters, Math.multiplyExact(parameters, positions));
    }

    /** Bytes of parameters and buffers at 32 bits. */
    public long size() {
        return Math.multiplyExact(Math.addExact(parameters, buffers), Float.BYTES);
    }

    /**
     * Bytes where kernels are quantised by filter: one for each value of a kernel and a 32-bit scale for each filter;
     * everything else stays at 32 bits.
     */
    public long quantizedSize() {
        return size() - (Float.BYTES - 1) * kernel + (long) SCALE_BYTES * filters;
    }
}
