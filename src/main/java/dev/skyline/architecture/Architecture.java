package dev.skyline.architecture;

/**
 * A point of a search space. The text is canonical: its space parses it back to an equal architecture.
 *
 * @param id shared by all architectures of the space that compute the same function
 * @param text the space's own encoding, for example {@code |nor_conv_3x3~0|+|none~0|skip_connect~1|+…}
 */
public record Architecture(ArchitectureId id, String text) {

    public Architecture {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an architecture needs a text");
        }
    }

    /** An architecture of a space in which different texts are different functions. */
    public static Architecture of(String text) {
        return new Architecture(ArchitectureId.of(text), text);
    }

    @Override
    public String toString() {
        return text;
    }
}
