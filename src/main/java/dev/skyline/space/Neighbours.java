package dev.skyline.space;

import dev.skyline.architecture.Architecture;
import dev.skyline.space.SearchSpace.Encodable;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What lies one decision away. */
final class Neighbours {

    private Neighbours() {}

    static Stream<Architecture> of(Encodable space, Architecture architecture) {
        List<Decision> decisions = space.decisions();
        int[] choices = space.choices(architecture);
        return IntStream.range(0, choices.length)
                .filter(i -> choices[i] != Encodable.NONE)
                .boxed()
                .flatMap(i -> IntStream.range(0, decisions.get(i).options().size())
                        .filter(option -> option != choices[i])
                        .mapToObj(option -> space.architecture(changed(choices, i, option))))
                .flatMap(Optional::stream)
                .distinct();
    }

    private static int[] changed(int[] choices, int decision, int option) {
        int[] changed = IntStream.of(choices).map(choice -> Math.max(0, choice)).toArray();
        changed[decision] = option;
        return changed;
    }
}
