package dev.skyline.space.document;

import dev.skyline.space.SearchSpace.Encodable;

import java.util.ArrayList;
import java.util.List;

/** What a decision may come to in a state. */
final class Branches {

    private final List<Slot> slots;
    private final int[] uses;

    /**
     * A state in which a decision was taken.
     *
     * @param choice {@link Encodable#NONE} where it does not apply
     */
    record Branch(int choice, State state) {}

    Branches(Unrolled document) {
        this.slots = document.decisions().slots();
        this.uses = Uses.of(document);
    }

    List<Branch> of(int decision, State state) {
        Integer known = state.known().get(decision);
        if (known != null) {
            return List.of(new Branch(known, state));
        }
        Slot slot = slots.get(decision);
        List<Branch> branches = new ArrayList<>();
        for (Branch guarded : guarded(slot.guards(), state)) {
            if (guarded.choice() == Encodable.NONE) {
                branches.add(taken(decision, Encodable.NONE, guarded.state()));
            } else {
                for (int option = 0; option < slot.options(); option++) {
                    branches.add(taken(decision, option, guarded.state()));
                }
            }
        }
        return branches;
    }

    /** What is asked for once is not asked for again. */
    private Branch taken(int decision, int choice, State state) {
        return new Branch(choice, uses[decision] > 1 ? state.knowing(decision, choice) : state);
    }

    /** With {@link Encodable#NONE} where one of the guards does not hold, and 0 where all do. */
    List<Branch> guarded(List<Guard> guards, State state) {
        List<Branch> branches = List.of(new Branch(0, state));
        for (Guard guard : guards) {
            List<Branch> next = new ArrayList<>();
            for (Branch branch : branches) {
                if (branch.choice() == Encodable.NONE) {
                    next.add(branch);
                } else {
                    for (Branch taken : of(guard.decision(), branch.state())) {
                        next.add(new Branch(guard.holds(taken.choice()) ? 0 : Encodable.NONE, taken.state()));
                    }
                }
            }
            branches = next;
        }
        return branches;
    }
}
