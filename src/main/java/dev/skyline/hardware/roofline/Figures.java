package dev.skyline.hardware.roofline;

/**
 * What a data sheet says of a device; 0 where it says nothing.
 *
 * @param fp32 peak in GFLOP/s, a multiply–accumulate counted as two operations
 * @param fp16 peak in GFLOP/s, without sparsity
 * @param int8 peak in GOP/s, without sparsity
 * @param bandwidth of the memory in GB/s (10⁹ bytes)
 */
record Figures(double fp32, double fp16, double int8, double bandwidth) {

    double peak(Precision precision) {
        return switch (precision) {
            case FP32 -> fp32;
            case FP16 -> fp16;
            case INT8 -> int8;
        };
    }
}
