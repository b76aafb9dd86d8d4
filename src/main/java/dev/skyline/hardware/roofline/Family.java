package dev.skyline.hardware.roofline;

/**
 * What a device is, for the overheads: no data sheet tells them. They are orders of magnitude, to be replaced by what is
 * measured: a call of an operator in a runtime on a CPU, the launch of a kernel on a GPU, a call in an interpreter on a
 * microcontroller.
 */
enum Family {
    CPU(1, 10),
    GPU(5, 20),
    MICROCONTROLLER(10, 50);

    private final double layer;
    private final double inference;

    Family(double layer, double inference) {
        this.layer = layer;
        this.inference = inference;
    }

    /** In µs. */
    double layer() {
        return layer;
    }

    /** In µs. */
    double inference() {
        return inference;
    }
}
