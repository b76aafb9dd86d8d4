package dev.skyline.space.document;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a field of a block comes to: fixed, or as decided. */
sealed interface Quantity {

    /** The decision that it depends on. */
    OptionalInt dependsOn();

    /** @param choice of that decision; without meaning where there is none */
    Object at(int choice);

    default Object in(int[] choices) {
        return dependsOn().isPresent() ? at(choices[dependsOn().getAsInt()]) : at(0);
    }

    /** Whether it is something even where the decision does not apply. */
    boolean hasDefault();

    /** What it may be. */
    List<Object> possible();

    Quantity map(UnaryOperator<Object> change);

    /** That it passes a test; empty where it is fixed. */
    Optional<Guard> guard(Predicate<Object> test);

    /** Written in the document. */
    record Fixed(Object value) implements Quantity {

        @Override
        public OptionalInt dependsOn() {
            return OptionalInt.empty();
        }

        @Override
        public Object at(int choice) {
            return value;
        }

        @Override
        public boolean hasDefault() {
            return true;
        }

        @Override
        public List<Object> possible() {
            return List.of(value);
        }

        @Override
        public Quantity map(UnaryOperator<Object> change) {
            return new Fixed(change.apply(value));
        }

        @Override
        public Optional<Guard> guard(Predicate<Object> test) {
            return Optional.empty();
        }
    }

    /** @param otherwise what it is where the decision does not apply; absent where nobody can ask then */
    record Decided(int decision, List<Object> values, Optional<Object> otherwise) implements Quantity {

        @Override
        public OptionalInt dependsOn() {
            return OptionalInt.of(decision);
        }

        @Override
        public Object at(int choice) {
            return choice < 0 ? otherwise.orElseThrow() : values.get(choice);
        }

        @Override
        public boolean hasDefault() {
            return otherwise.isPresent();
        }

        @Override
        public List<Object> possible() {
            return Stream.concat(values.stream(), otherwise.stream()).distinct().toList();
        }

        @Override
        public Quantity map(UnaryOperator<Object> change) {
            return new Decided(decision, values.stream().map(change).toList(), otherwise.map(change));
        }

        @Override
        public Optional<Guard> guard(Predicate<Object> test) {
            BitSet options = new BitSet();
            for (int i = 0; i < values.size(); i++) {
                options.set(i, test.test(values.get(i)));
            }
            return Optional.of(
                    new Guard(decision, options, otherwise.filter(test).isPresent()));
        }
    }
}
