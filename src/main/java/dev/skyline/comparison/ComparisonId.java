package dev.skyline.comparison;

import java.util.UUID;

/** Identity of a comparison. */
public record ComparisonId(UUID value) {

    public static ComparisonId random() {
        return new ComparisonId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
