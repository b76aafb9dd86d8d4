package dev.skyline.space.sequential;

import java.util.Arrays;
import java.util.Optional;

/** What one layer of the chain does to an image. */
enum Operation {
    CONVOLUTION("conv", false),
    SEPARABLE_CONVOLUTION("sep", false),
    MAX_POOLING("max", true),
    AVERAGE_POOLING("avg", true);

    private final String text;
    private final boolean pooling;

    Operation(String text, boolean pooling) {
        this.text = text;
        this.pooling = pooling;
    }

    static Optional<Operation> find(String text) {
        return Arrays.stream(values())
                .filter(operation -> operation.text.equals(text))
                .findFirst();
    }

    String text() {
        return text;
    }

    /** Whether it halves the image and has no parameters; the others have filters and a kernel. */
    boolean isPooling() {
        return pooling;
    }
}
