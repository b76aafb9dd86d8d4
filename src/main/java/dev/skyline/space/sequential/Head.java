package dev.skyline.space.sequential;

import java.util.Arrays;
import java.util.Optional;

/** How the image that leaves the chain becomes a vector. */
enum Head {
    FLATTEN("flatten"),
    GLOBAL_AVERAGE("global");

    private final String text;

    Head(String text) {
        this.text = text;
    }

    static Optional<Head> find(String text) {
        return Arrays.stream(values()).filter(head -> head.text.equals(text)).findFirst();
    }

    String text() {
        return text;
    }
}
