package dev.skyline.space.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of the network, unrolled: what it is depends on decisions alone. */
sealed interface Part permits Part.Leaf, Part.Chain, Part.Alternative, Skip, Cell {

    /**
     * @param name beginning of the names of its nodes
     * @param choices complete
     */
    Tensor build(Graph graph, String name, Tensor in, int[] choices);

    /** Most layers that it can have. */
    int layers();

    /** A layer. */
    record Leaf(LayerKind kind, Map<Field, Quantity> fields, String path) implements Part {

        @Override
        public Tensor build(Graph graph, String name, Tensor in, int[] choices) {
            Map<String, Object> values = new LinkedHashMap<>();
            fields.forEach((field, quantity) -> values.put(field.name(), quantity.in(choices)));
            return kind.builder().build(graph, name, in, new Arguments(values));
        }

        @Override
        public int layers() {
            return 1;
        }
    }

    /** One member after the other. */
    record Chain(List<Member> members) implements Part {

        @Override
        public Tensor build(Graph graph, String name, Tensor in, int[] choices) {
            Tensor last = in;
            for (Member member : members) {
                last = member.build(graph, name, last, choices);
            }
            return last;
        }

        @Override
        public int layers() {
            return members.stream().mapToInt(member -> member.part().layers()).sum();
        }
    }

    /** One of its options. */
    record Alternative(int decision, List<Member> options) implements Part {

        @Override
        public Tensor build(Graph graph, String name, Tensor in, int[] choices) {
            return options.get(choices[decision]).part().build(graph, name, in, choices);
        }

        @Override
        public int layers() {
            return options.stream()
                    .mapToInt(member -> member.part().layers())
                    .max()
                    .orElse(0);
        }
    }
}
