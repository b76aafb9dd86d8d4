package dev.skyline.hardware.roofline;

/** What weights and activations are stored and multiplied as. */
public enum Precision {
    FP32(4),
    FP16(2),
    INT8(1);

    private final int bytes;

    Precision(int bytes) {
        this.bytes = bytes;
    }

    /** Of one value. */
    int bytes() {
        return bytes;
    }
}
