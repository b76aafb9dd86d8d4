package dev.skyline.space.document;

import java.util.List;
import java.util.stream.Stream;

/**
 * A layer as documents name it.
 *
 * @param name in a document
 * @param about for people
 * @param fields in the order in which they are decided
 */
record LayerKind(String name, String about, List<Field> fields, Builder builder) {

    /** Adds the layer to a graph. */
    interface Builder {

        /**
         * @param name beginning of the names of its nodes
         * @throws IllegalArgumentException where it does not fit
         */
        Tensor build(Graph graph, String name, Tensor in, Arguments arguments);
    }

    /** Valid in a document. */
    List<String> keys() {
        return Stream.concat(Stream.of("layer", "name", "if"), fields.stream().map(Field::name))
                .toList();
    }
}
