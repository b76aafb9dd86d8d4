package dev.skyline.space.document;

import java.util.List;
import java.util.Map;

/** What a document may be at most, so that reading one takes no longer than a request may. */
final class Limits {

    /** Layers when repeats are unrolled, blocks written out where they are used, and all options counted. */
    static final int LAYERS = 6_000;

    /** Layers of a network: each is 16 nodes at most, and a {@link dev.skyline.network.Network} has 20,000. */
    static final int LAYERS_OF_NETWORK = 1_200;

    static final int DECISIONS = 2_000;
    static final int OPTIONS = 200;
    static final int REPEATS = 200;
    /** Blocks around a block. */
    static final int USES = 8;

    static final int CELL_NODES = 12;
    /** States that the count of architectures, or the check of the shapes, has to tell apart at one place. */
    static final int STATES = 1_000;

    /** Steps of the check of the shapes. */
    static final int STEPS = 100_000;

    static final int NAME = 120;

    private static final int VALUES = 20_000;
    private static final int DEPTH = 32;
    private static final int TEXT = 2_000;

    private int values;

    private Limits() {}

    /**
     * @throws dev.skyline.plugin.InvalidSettings for a document that is too large or too deep to be looked at
     */
    static void check(Place document) {
        new Limits().walk(document, 0);
    }

    private void walk(Place place, int depth) {
        if (++values > VALUES) {
            throw place.root().refused("has more than " + VALUES + " values");
        }
        if (depth > DEPTH) {
            throw place.refused("lies deeper than " + DEPTH + " levels");
        }
        if (place.value() instanceof String text && text.length() > TEXT) {
            throw place.refused("has more than " + TEXT + " characters");
        }
        if (place.value() instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> walk(place.get(String.valueOf(key)), depth + 1));
        } else if (place.value() instanceof List<?>) {
            place.elements().forEach(element -> walk(element, depth + 1));
        }
    }
}
