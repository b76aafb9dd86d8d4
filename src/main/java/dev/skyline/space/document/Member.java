package dev.skyline.space.document;

import java.util.List;

/**
 * A part in its place.
 *
 * @param name that it adds to that of its place; may be empty
 * @param guards all of which must hold for it to be there
 * @param path of what it is written as
 * @param conditional whether it was written with a condition
 * @param from the first decision that is known in it alone
 * @param to the first after these
 */
record Member(String name, Part part, List<Guard> guards, String path, boolean conditional, int from, int to) {

    /** What comes in, where it is not there. */
    Tensor build(Graph graph, String place, Tensor in, int[] choices) {
        for (Guard guard : guards) {
            if (!guard.holds(choices[guard.decision()])) {
                return in;
            }
        }
        return part.build(graph, joined(place, name), in, choices);
    }

    static String joined(String place, String name) {
        return place.isEmpty() || name.isEmpty() ? place + name : place + "." + name;
    }
}
