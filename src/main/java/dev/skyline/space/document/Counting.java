package dev.skyline.space.document;

import dev.skyline.plugin.InvalidSettings;
import dev.skyline.space.SearchSpace.Encodable;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts architectures exactly: decision by decision, those that agree in what later decisions depend on counted together.
 * O(decisions · states), of which there are {@value Limits#STATES} at most.
 */
final class Counting {

    private final List<Slot> slots;
    /** For each decision, the last that depends on it. */
    private final int[] lastAsked;

    private Map<Map<Integer, Integer>, BigInteger> counts = Map.of(Map.of(), BigInteger.ONE);

    private Counting(List<Slot> slots) {
        this.slots = slots;
        this.lastAsked = new int[slots.size()];
        for (int i = 0; i < lastAsked.length; i++) {
            for (Guard guard : slots.get(i).guards()) {
                lastAsked[guard.decision()] = i;
            }
        }
    }

    /**
     * @throws InvalidSettings for a decision that can never apply, and where too much depends on too much
     */
    static BigInteger count(Decisions decisions) {
        Counting counting = new Counting(decisions.slots());
        for (int i = 0; i < counting.slots.size(); i++) {
            counting.take(i);
        }
        return counting.counts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    private void take(int decision) {
        Slot slot = slots.get(decision);
        Map<Map<Integer, Integer>, BigInteger> next = new HashMap<>();
        boolean reached = false;
        for (Map.Entry<Map<Integer, Integer>, BigInteger> state : counts.entrySet()) {
            boolean applies = slot.guards().stream()
                    .allMatch(guard -> guard.holds(state.getKey().get(guard.decision())));
            reached |= applies;
            boolean asked = lastAsked[decision] > decision;
            int[] choices = !applies ? new int[] {Encodable.NONE} : asked ? range(slot.options()) : new int[] {0};
            BigInteger each = applies && !asked
                    ? state.getValue().multiply(BigInteger.valueOf(slot.options()))
                    : state.getValue();
            for (int choice : choices) {
                next.merge(after(state.getKey(), decision, choice), each, BigInteger::add);
            }
        }
        if (!reached) {
            throw new InvalidSettings(slot.path(), "can never hold together with the conditions around it");
        }
        if (next.size() > Limits.STATES) {
            throw new InvalidSettings(slot.path(), "depends on too many decisions, with those before it");
        }
        counts = next;
    }

    private static int[] range(int end) {
        int[] range = new int[end];
        Arrays.setAll(range, i -> i);
        return range;
    }

    private Map<Integer, Integer> after(Map<Integer, Integer> before, int decision, int choice) {
        Map<Integer, Integer> after = new TreeMap<>(before);
        after.put(decision, choice);
        after.keySet().removeIf(known -> lastAsked[known] <= decision);
        return after;
    }
}
