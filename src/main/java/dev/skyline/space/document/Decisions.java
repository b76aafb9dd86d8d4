package dev.skyline.space.document;

import dev.skyline.space.SearchSpace.Encodable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;

/**
 * The decisions of a document. What is chosen of them is an index for each, {@link Encodable#NONE} where it does not apply.
 *
 * @param slots in an order in which each depends on earlier ones alone
 */
record Decisions(List<Slot> slots) {

    /** One after the other; asked for an option of each that applies. */
    int[] complete(IntUnaryOperator option) {
        int[] choices = new int[slots.size()];
        for (int i = 0; i < choices.length; i++) {
            choices[i] = slots.get(i).applies(choices) ? option.applyAsInt(i) : Encodable.NONE;
        }
        return choices;
    }

    /** Uniform over the options of each decision that applies, and so not over architectures. */
    int[] sample(RandomGenerator random) {
        return complete(i -> random.nextInt(slots.get(i).options()));
    }

    /** Another option of one decision; those that begin to apply are drawn. */
    int[] mutate(int[] parent, RandomGenerator random) {
        int[] applying = applying(parent);
        int changed = applying[random.nextInt(applying.length)];
        int other = random.nextInt(slots.get(changed).options() - 1);
        int option = other < parent[changed] ? other : other + 1;
        return complete(i -> i == changed ? option : parent[i] < 0 ? drawn(i, random) : parent[i]);
    }

    /** Each decision from either parent for which it applies; drawn, where it applies for neither. */
    int[] cross(int[] mother, int[] father, RandomGenerator random) {
        return complete(i -> {
            if (mother[i] < 0 || father[i] < 0) {
                return mother[i] < 0 && father[i] < 0 ? drawn(i, random) : Math.max(mother[i], father[i]);
            }
            return (random.nextBoolean() ? mother : father)[i];
        });
    }

    private int drawn(int slot, RandomGenerator random) {
        return random.nextInt(slots.get(slot).options());
    }

    private static int[] applying(int[] choices) {
        List<Integer> result = new ArrayList<>();
        for (int i = 0; i < choices.length; i++) {
            if (choices[i] >= 0) {
                result.add(i);
            }
        }
        return result.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The first in the order of {@link #next}. */
    int[] first() {
        return complete(i -> 0);
    }

    /** The one after, later decisions counting faster. */
    Optional<int[]> next(int[] choices) {
        for (int last = choices.length - 1; last >= 0; last--) {
            if (choices[last] >= 0 && choices[last] < slots.get(last).options() - 1) {
                int changed = last;
                return Optional.of(complete(i -> i < changed ? choices[i] : i == changed ? choices[i] + 1 : 0));
            }
        }
        return Optional.empty();
    }

    /** {@code stage1.depth=2;stage1.kernel=3}: those that apply, in order. */
    String text(int[] choices) {
        StringJoiner text = new StringJoiner(";");
        for (int i = 0; i < choices.length; i++) {
            if (choices[i] >= 0) {
                text.add(slots.get(i).decision().name() + "="
                        + slots.get(i).decision().options().get(choices[i]));
            }
        }
        return text.toString();
    }

    /**
     * @throws IllegalArgumentException where the text is of no architecture
     */
    int[] parse(String text) {
        Map<String, String> given = new HashMap<>();
        for (String part : text.split(";", -1)) {
            int equals = part.indexOf('=');
            given.put(part.substring(0, Math.max(0, equals)), part.substring(equals + 1));
        }
        int[] choices = complete(i -> {
            List<String> options = slots.get(i).decision().options();
            String option = given.getOrDefault(slots.get(i).decision().name(), "");
            if (!options.contains(option)) {
                throw new IllegalArgumentException(String.format(
                        "'%.200s' is no architecture: of %s it needs one of %s",
                        text, slots.get(i).decision().name(), String.join(", ", options)));
            }
            return options.indexOf(option);
        });
        if (!text(choices).equals(text)) {
            throw new IllegalArgumentException(
                    String.format("'%.200s' is no architecture; it is written %s", text, text(choices)));
        }
        return choices;
    }

    /** Empty where a decision that applies has no choice, or none of its options. */
    Optional<int[]> completed(int[] given) {
        int[] choices = complete(i -> given[i]);
        for (int i = 0; i < choices.length; i++) {
            if (slots.get(i).applies(choices)
                    && (choices[i] < 0 || choices[i] >= slots.get(i).options())) {
                return Optional.empty();
            }
        }
        return Optional.of(choices);
    }
}
