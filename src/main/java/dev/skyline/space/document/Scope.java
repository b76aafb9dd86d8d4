package dev.skyline.space.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a block is unrolled.
 *
 * @param name of the place, with which the names of its decisions begin
 * @param known what conditions and references may name here
 * @param guards under which the place is there
 * @param repetition of the innermost repeat around it, from 1
 * @param uses of blocks around it, outermost first
 */
record Scope(String name, Map<String, Quantity> known, List<Guard> guards, int repetition, List<String> uses) {

    static Scope outermost() {
        return new Scope("", new HashMap<>(), List.of(), 1, List.of());
    }

    Scope named(String part) {
        return new Scope(Member.joined(name, part), known, guards, repetition, uses);
    }

    /** A place of its own: what becomes known in it is not known outside. */
    Scope inner() {
        return new Scope(name, new HashMap<>(known), guards, repetition, uses);
    }

    Scope under(List<Guard> more) {
        return more.isEmpty() ? this : new Scope(name, known, joined(guards, more), repetition, uses);
    }

    Scope at(int repetition) {
        return new Scope(name, known, guards, repetition, uses);
    }

    Scope using(String block) {
        return new Scope(name, known, guards, repetition, joined(uses, List.of(block)));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> result = new ArrayList<>(first);
        result.addAll(second);
        return result;
    }
}
