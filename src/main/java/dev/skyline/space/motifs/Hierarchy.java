package dev.skyline.space.motifs;

import dev.skyline.architecture.Architecture;
import dev.skyline.architecture.ArchitectureId;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An architecture of the space: {@code 3.05.210,1.00.640|1.02.003.0010}.
 *
 * @param levels the motifs of level 2, whose edges are {@link Primitive}s, then those of each level above, whose edges are
 *     the motifs of the level below, numbered from 1; the last level is the cell alone
 */
record Hierarchy(List<List<Motif>> levels) {

    Hierarchy {
        levels = levels.stream().map(List::copyOf).toList();
    }

    /**
     * @throws IllegalArgumentException where the text is of no hierarchy
     */
    static Hierarchy parse(String text) {
        return new Hierarchy(Arrays.stream(text.split("\\|", -1))
                .map(level ->
                        Arrays.stream(level.split(",", -1)).map(Motif::parse).toList())
                .toList());
    }

    Motif cell() {
        return levels.get(levels.size() - 1).get(0);
    }

    /** The same without the edges that bring nothing or lead nowhere, and so without edges that are empty motifs. */
    Hierarchy pruned() {
        List<List<Motif>> pruned = new ArrayList<>(levels.size());
        for (List<Motif> level : levels) {
            List<Motif> below = pruned.isEmpty() ? List.of() : pruned.get(pruned.size() - 1);
            pruned.add(level.stream()
                    .map(motif -> motif.pruned(operation -> operation != Motif.NONE
                            && (below.isEmpty() || !below.get(operation - 1).isEmpty())))
                    .toList());
        }
        return new Hierarchy(pruned);
    }

    Architecture architecture() {
        return new Architecture(ArchitectureId.of(CanonicalForm.of(pruned())), text());
    }

    String text() {
        return levels.stream()
                .map(level -> level.stream().map(Motif::text).collect(Collectors.joining(",")))
                .collect(Collectors.joining("|"));
    }
}
