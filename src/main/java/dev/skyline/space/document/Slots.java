package dev.skyline.space.document;

import dev.skyline.space.Decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The decisions of a document as they are found, in their order. */
final class Slots {

    private final List<Slot> slots = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    int size() {
        return slots.size();
    }

    Slot get(int number) {
        return slots.get(number);
    }

    List<Slot> all() {
        return List.copyOf(slots);
    }

    /** @return its number */
    int add(String name, List<String> options, boolean ordered, List<Guard> guards, Place place) {
        if (slots.size() == Limits.DECISIONS) {
            throw place.refused("is one decision more than " + Limits.DECISIONS
                    + ", counted with repeats unrolled and blocks written out where they are used");
        }
        if (name.length() > Limits.NAME) {
            throw place.refused("gives a decision a name of more than " + Limits.NAME + " characters");
        }
        if (!names.add(name)) {
            throw place.refused("is a second decision of the name " + name + "; give one of the blocks a name");
        }
        slots.add(new Slot(new Decision(name, options, ordered), guards, place.path()));
        return slots.size() - 1;
    }
}
