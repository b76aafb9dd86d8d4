package dev.skyline.space.motifs;

import dev.skyline.architecture.ArchitectureId;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text shared by the hierarchies that differ only in the order of their motifs, in motifs that are not used, in the
 * order of a motif's nodes, in edges that lead nowhere, or in whether an edge is an operation or a motif of that operation
 * alone. Each motif is the least of its descriptions over all orders in which a node comes after its sources, with what
 * its edges are in place of their numbers. One graph built of different motifs has different forms.
 */
final class CanonicalForm {

    private final Motif motif;
    private final List<String> below;
    /** Of inner nodes, the place in the order; −1 for one without place. */
    private final int[] places;

    private String least;

    private CanonicalForm(Motif motif, List<String> below) {
        this.motif = motif;
        this.below = below;
        this.places = new int[motif.nodes()];
        Arrays.fill(places, -1);
        places[0] = 0;
    }

    /**
     * O(motifs · nodes!).
     *
     * @param hierarchy without edges that lead nowhere
     */
    static String of(Hierarchy hierarchy) {
        List<String> below = Arrays.stream(Primitive.values())
                .map(primitive -> Integer.toString(primitive.number()))
                .toList();
        for (List<Motif> level : hierarchy.levels()) {
            List<String> forms = new ArrayList<>(level.size());
            for (Motif motif : level) {
                forms.add(of(motif, below));
            }
            below = forms;
        }
        return below.get(0);
    }

    private static String of(Motif motif, List<String> below) {
        if (motif.isEmpty()) {
            return "0";
        }
        List<Integer> inner = new ArrayList<>();
        for (int node = 1; node < motif.output(); node++) {
            if (isUsed(motif, node)) {
                inner.add(node);
            }
        }
        if (inner.isEmpty()) {
            return below.get(motif.operation(motif.output(), 0) - 1);
        }
        CanonicalForm form = new CanonicalForm(motif, below);
        form.extend(inner, 1, "");
        // A digest, as texts that hold texts would grow with each level.
        return ArchitectureId.of(form.least).value();
    }

    private static boolean isUsed(Motif motif, int node) {
        for (int from = 0; from < node; from++) {
            if (motif.operation(node, from) != Motif.NONE) {
                return true;
            }
        }
        return false;
    }

    private void extend(List<Integer> inner, int place, String description) {
        if (place > inner.size()) {
            String whole = description + description(motif.output(), place);
            least = least == null || whole.compareTo(least) < 0 ? whole : least;
            return;
        }
        for (int node : inner) {
            if (places[node] < 0 && comesAfterItsSources(node)) {
                String longer = description + description(node, place);
                places[node] = place;
                extend(inner, place + 1, longer);
                places[node] = -1;
            }
        }
    }

    private boolean comesAfterItsSources(int node) {
        for (int from = 0; from < node; from++) {
            if (motif.operation(node, from) != Motif.NONE && places[from] < 0) {
                return false;
            }
        }
        return true;
    }

    private String description(int node, int place) {
        String[] edges = new String[place];
        Arrays.fill(edges, "");
        for (int from = 0; from < node; from++) {
            if (motif.operation(node, from) != Motif.NONE) {
                edges[places[from]] = below.get(motif.operation(node, from) - 1);
            }
        }
        return String.join(",", edges) + ";";
    }
}
