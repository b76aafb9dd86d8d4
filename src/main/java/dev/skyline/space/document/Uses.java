package dev.skyline.space.document;

import java.util.List;

/** How often each decision is asked for, by parts and by the guards of other decisions. */
final class Uses {

    private final int[] count;

    private Uses(int decisions) {
        this.count = new int[decisions];
    }

    static int[] of(Unrolled document) {
        List<Slot> slots = document.decisions().slots();
        Uses uses = new Uses(slots.size());
        slots.forEach(slot -> uses.count(slot.guards()));
        uses.count(document.stages());
        return uses.count;
    }

    private void count(List<Guard> guards) {
        guards.forEach(guard -> count[guard.decision()]++);
    }

    private void count(Part part) {
        if (part instanceof Part.Chain chain) {
            chain.members().forEach(this::count);
        } else if (part instanceof Part.Alternative alternative) {
            count[alternative.decision()]++;
            alternative.options().forEach(this::count);
        } else if (part instanceof Skip skip) {
            count(skip.inner());
        } else if (part instanceof Cell cell) {
            cell.edges().forEach(edge -> count(edge.operation()));
        } else if (part instanceof Part.Leaf leaf) {
            leaf.fields().values().forEach(quantity -> quantity.dependsOn().ifPresent(decision -> count[decision]++));
        }
    }

    private void count(Member member) {
        count(member.guards());
        count(member.part());
    }
}
